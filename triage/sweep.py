"""The cannot-tells as screens of names to run one's eye over."""

from collections.abc import Iterable

from contacts.report import CueGroup

SCREEN = 20  # names: what one takes in without scrolling
FILLED = 15  # from so many on, a group that does not fit begins the next screen


def screens(groups: Iterable[CueGroup]) -> tuple[tuple[CueGroup, ...], ...]:
    """Return the groups in their order, at most 20 people a screen.

    A group goes over to the next screen only where most of a screen would stay empty without it,
    so every screen but the last has 15 people or more: 3,000 people are 200 screens at most.
    """
    found: list[tuple[CueGroup, ...]] = []
    screen: list[CueGroup] = []
    free = SCREEN
    for group in groups:
        left = group.people
        while left:
            if len(left) > free and SCREEN - free >= FILLED:
                found.append(tuple(screen))
                screen, free = [], SCREEN
            screen.append(CueGroup(group.cue, group.label, left[:free]))
            left, free = left[free:], free - len(screen[-1].people)
            if not free:
                found.append(tuple(screen))
                screen, free = [], SCREEN
    return (*found, tuple(screen)) if screen else tuple(found)
