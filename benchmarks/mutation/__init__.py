"""How many wrong figures the checker notices: one change at a time, in every place of every plan.

**A figure** is a number with its unit or share (3800名, 不少于10学时, 1:1.2, 三年, 五个模块) where
it stands: as the value of an indicator, in prose, a heading, a claim, a formula, a due date, a
unit's name or a unit's count. Years, dates, ordinals, document numbers, names without a unit
(“5323”, 2.0), factors without a unit in a formula, and the article 一 are none. What is not part
of the document (comments, notes, waivers, keys that only refer to an indicator or a title) is left
out. Figures are found by a pattern of this package, joined with what the program finds, so that a
figure which the program overlooks counts against it.

**A list** is the items of a claim, an enumeration of three or more items in a sentence, the
projects of a level, the rows of the responsibility table, the attachments, and the other lists of
blocks that a plan counts. **A role** is the list of units of one role.

**The changes.** Value: one more, one less, ten times, two digits swapped. Unit: one other unit of
another kind. Bound: turned round, dropped, or set where there was none. List: one item dropped,
one added. Role: one unit removed. The measure word of a count of items (五个方面) is no unit of
measure, and a bound says nothing there, so such counts are changed in value only.

**Stated twice or in a relation** is decided here, without asking what the checks can see
(`truth`): see `is_checkable` there. What the checks do catch does not enter.

**Caught** means an error or warning of the changed plan, of which the primary or a related place
touches the changed words, or, where words went, the list that they went from. The plans raise no
warning unchanged, so each one is new; notes do not count; a waiver covers only its exact words.
"""
