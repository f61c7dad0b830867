"""Help pages and usage errors of the command line, in Chinese.

typer writes both in English; its commands are subclassed here at the places it leaves open.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from generator.source import display_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# typer passes its own context class, which it does not name in public.
Context = Any
Parameter = TyperArgument | TyperOption
# By option: the words that it takes and what each means, asked for when needed.
Choices = dict[str, "Callable[[], dict[str, str]]"]

_HELP_OF_HELP: Final = "显示本说明"
_INDENT: Final = "  "
# what a value that cannot be read should look like
_EXAMPLES: Final = {"--date": "2025-06-30"}
_GAP: Final = 2
_PAGE_WIDTH: Final = 80


class _Row(NamedTuple):
    """A parameter or command on a help page."""

    name: str
    description: str
    choices: dict[str, str] = {}  # noqa: RUF012  # never changed


class Misused(Exception):  # noqa: N818  # an answer to the user, not an error of the program
    """The command was typed wrongly; the message says how and where help is, in Chinese."""

    def __init__(self, problem: str, ctx: Context) -> None:
        """Put the problem before the usage line of the command."""
        super().__init__(f"{problem}\n{usage_line(ctx)}\n看说明：{ctx.command_path} --help")


class Command(TyperCommand):
    """A command with help and usage errors in Chinese.

    Its context settings may hold `Choices` as “obj”.
    """

    def get_help(self, ctx: Context) -> str:
        """Give the help page."""
        return help_page(ctx)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments.

        Raises:
            Misused: an argument is wrong, missing or too many.
        """
        ctx.allow_extra_args = True
        with _in_chinese(ctx):
            rest = super().parse_args(ctx, args)
        if rest:
            message = f"多出了“{' '.join(rest)}”"
            raise Misused(message, ctx)
        for parameter in ctx.command.params:
            known = _choices(ctx, parameter)
            value = ctx.params[parameter.name]
            if known and value is not None and value not in known:
                words = f"不能写“{value}”，只能写{'、'.join(known)}"
                message = f"选项“{_name(parameter)}”{words}"
                raise Misused(message, ctx)
        return rest


class Group(TyperGroup):
    """The program itself, whose arguments name a command."""

    def get_help(self, ctx: Context) -> str:
        """Give the help page."""
        return help_page(ctx)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments before the command.

        Raises:
            Misused: one is wrong.
        """
        with _in_chinese(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> Any:  # noqa: ANN401  # typer's own command class
        """Find the command.

        Raises:
            Misused: there is none of that name.
        """
        if self.get_command(ctx, args[0]) is None:
            message = f"没有“{args[0]}”这个命令。{_perhaps(args[0], self.list_commands(ctx))}"
            raise Misused(message, ctx)
        return super().resolve_command(ctx, args)


@contextmanager
def _in_chinese(ctx: Context) -> Iterator[None]:
    try:
        yield
    except typer.TyperException as error:
        raise Misused(_problem(error, ctx), ctx) from None


def help_page(ctx: Context) -> str:
    """Give the help page of a context's command."""
    command = ctx.command
    parameters = [cast("Parameter", parameter) for parameter in command.get_params(ctx)]
    arguments = [one for one in parameters if isinstance(one, TyperArgument)]
    options = [one for one in parameters if isinstance(one, TyperOption)]
    lines = [usage_line(ctx), "", command.help or ""]
    lines += _panel("参数", [_Row(_argument(one), _described(one)) for one in arguments])
    lines += _panel(
        "选项", [_Row(_option(one), _described(one), _choices(ctx, one)) for one in options]
    )
    lines += _panel("命令", _commands(ctx))
    return "\n".join(lines)


def usage_line(ctx: Context) -> str:
    """Say in one line how a command is called."""
    pieces = [f"用法：{ctx.command_path}"]
    for parameter in ctx.command.params:
        if isinstance(parameter, TyperArgument):
            pieces.append(_argument(parameter))
        elif isinstance(parameter, TyperOption) and parameter.required:
            pieces.append(_option(parameter))
    if isinstance(ctx.command, TyperGroup):
        pieces.append("命令 …")
    pieces.append("[选项]")
    return " ".join(pieces)


def _problem(error: Exception, ctx: Context) -> str:
    """Tell typer's errors apart by what they carry, for their classes have no public names."""
    option = getattr(error, "option_name", "")
    if option and hasattr(error, "possibilities"):
        # one letter is like any other
        names = [name for one in ctx.command.get_params(ctx) for name in one.opts]
        known = [name for name in names if name.startswith("--")]
        return f"没有“{option}”这个选项。{_perhaps(option, known)}"
    if option:
        return f"选项“{option}”{'后面不写值' if _is_flag(ctx, option) else '后面要写一个值'}"
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "命令写得不对"
    if getattr(error, "message", ""):
        example = _EXAMPLES.get(_name(parameter), "")
        cure = f"请写成“{example}”" if example else "写法见说明"
        return f"“{_name(parameter)}”的值看不懂，{cure}"
    return f"缺少“{_name(parameter)}”"


def _perhaps(written: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  # needed for mistakes only

    close = get_close_matches(written, list(known), n=1, cutoff=0.5)
    return f"是不是“{close[0]}”？" if close else ""


def _is_flag(ctx: Context, name: str) -> bool:
    parameters = ctx.command.get_params(ctx)
    return any(getattr(one, "is_flag", False) for one in parameters if name in one.opts)


def _name(parameter: Parameter) -> str:
    if isinstance(parameter, TyperArgument):
        return str(parameter.metavar)
    return max(parameter.opts, key=len)


def _argument(argument: TyperArgument) -> str:
    several = "…" if argument.nargs < 0 else ""
    name = f"{argument.metavar}{several}"
    return name if argument.required else f"[{name}]"


def _option(option: TyperOption) -> str:
    names = "、".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar}"


def _described(parameter: Parameter) -> str:
    if "--help" in parameter.opts:
        return _HELP_OF_HELP
    words = parameter.help or ""
    if parameter.required:
        return f"{words} [必填]"
    if isinstance(parameter.default, str) and parameter.default:
        return f"{words} [默认：{parameter.default}]"
    return words


def _choices(ctx: Context, parameter: Parameter) -> dict[str, str]:
    choices: Choices = ctx.obj or {}
    return next((choices[name]() for name in parameter.opts if name in choices), {})


def _commands(ctx: Context) -> list[_Row]:
    if not isinstance(ctx.command, TyperGroup):
        return []
    commands = ctx.command.commands
    return [_Row(name, commands[name].help or "") for name in ctx.command.list_commands(ctx)]


def _panel(title: str, rows: list[_Row]) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title}："
    column = max(display_width(row.name) for row in rows) + _GAP
    for row in rows:
        yield f"{_INDENT}{row.name}{' ' * (column - display_width(row.name))}{row.description}"
        margin = " " * (len(_INDENT) + column)
        for line in _filled(row.choices, _PAGE_WIDTH - len(margin)):
            yield f"{margin}{line}"


def _filled(choices: dict[str, str], room: int) -> Iterator[str]:
    """Set choices in lines of at most `room` columns."""
    line = ""
    for number, (name, meaning) in enumerate(choices.items(), start=1):
        colon = "" if meaning.startswith("（") else "："
        word = f"{name}{colon}{meaning}{'；' if number < len(choices) else ''}"
        if line and display_width(line + word) > room:
            yield line
            line = ""
        line += word
    if line:
        yield line
