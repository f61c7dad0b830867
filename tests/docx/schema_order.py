"""The order in which ECMA-376 (Part 1, 17; Part 4 for settings) wants the children of an element.

Word repairs a file or refuses it where one stands in another order; LibreOffice says nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element as Element

_PARAGRAPH: Final = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
    suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
    topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
    contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
    textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"""
_RUN: Final = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
    imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u
    effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
_SECTION: Final = """headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc
    pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
    rtlGutter docGrid printerSettings"""
_TABLE: Final = """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize
    tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook
    tblCaption tblDescription"""
_CELL: Final = """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
    tcFitText vAlign hideMark headers"""
_STYLE: Final = """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
    unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr
    tcPr tblStylePr"""
_SETTINGS: Final = """writeProtection view zoom removePersonalInformation removeDateAndTime
    doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
    saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
    bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
    hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles
    stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions
    doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme
    styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
    doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle
    evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
    drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
    displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin
    drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData
    noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars
    noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
    saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml
    saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace
    updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema
    themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats
    doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary
    shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"""
_ANCHOR: Final = """simplePos positionH positionV extent effectExtent
    wrapNone|wrapSquare|wrapTight|wrapThrough|wrapTopAndBottom docPr cNvGraphicFramePr graphic
    sizeRelH sizeRelV"""
_SIDES: Final = "top left start bottom right end insideH insideV tl2br tr2bl"

SEQUENCES: Final = {
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "sectPr": _SECTION,
    "tblPr": _TABLE,
    "tcPr": _CELL,
    "style": _STYLE,
    "settings": _SETTINGS,
    "anchor": _ANCHOR,
    "pBdr": "top left bottom right between bar",
    "tblBorders": _SIDES,
    "tcBorders": _SIDES,
    "tblCellMar": _SIDES,
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "wsp": "cNvPr cNvSpPr|cNvCnPr spPr style extLst txbx|linkedTxbx bodyPr",
    "spPr": "xfrm prstGeom|custGeom noFill|solidFill ln",
}
"""The children of each element in their order; those divided by | share a place."""

_FIRST_ONLY: Final = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
_REPEATED: Final = {"headerReference", "footerReference", "tr", "tc", "style", "tblStylePr"}


def _ranks(sequence: str) -> Mapping[str, int]:
    places = enumerate(sequence.split())
    return {name: place for place, names in places for name in names.split("|")}


RANKS: Final = {name: _ranks(sequence) for name, sequence in SEQUENCES.items()}


def misplaced(root: Element) -> Iterator[str]:
    """Say which elements have a child that is out of place, unknown, missing or double."""
    for element in root.iter(etree.Element):
        name = _local(element)
        children = [_local(child) for child in element.iterchildren(etree.Element)]
        if name in RANKS:
            yield from _sequence(name, children)
        first = _FIRST_ONLY.get(name)
        if first in children[1:]:
            yield f"{name}: {first} is not its first child"
        if name in ("tc", "txbxContent", "hdr", "ftr") and children[-1:] != ["p"]:
            yield f"{name} does not end with a paragraph"
        if name == "body" and children[-1:] != ["sectPr"]:
            yield "body does not end with its section"


def _sequence(name: str, children: list[str]) -> Iterable[str]:
    ranks = RANKS[name]
    unknown = [child for child in children if child not in ranks]
    if unknown:
        return [f"{name} cannot have {', '.join(unknown)}"]
    places = [ranks[child] for child in children]
    once = [child for child in children if child not in _REPEATED]
    if places != sorted(places) or len(once) != len(set(once)):
        return [f"{name}: {' '.join(children)}"]
    return []


def _local(element: Element) -> str:
    return etree.QName(element).localname
