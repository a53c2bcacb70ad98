"""Whether a regular expression can be made to backtrack: the automaton that ``re`` walks, and the
two properties of it that Weber and Seidl ("On the degree of ambiguity of finite automata", 1991)
show to be all there are.

*Exponential*: a state from which one word leads back to it in two ways. *Polynomial*: two states
and one word that leads from the first to itself, from the first to the second and from the second
to itself. Where neither is found, the number of ways to read a text is bounded whatever the text,
and so is what ``re`` does from one place of it.

Look-around is read as nothing (its inside is judged alone), a bounded repeat as at most two, a
reference to a group as any text. What never gives back (``a++``, ``(?>…)``) has one way only: it
is one step over all letters that it may hold, its inside is judged alone.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_SAMPLES = (
    "aAzZbB019_ \t\n\r.,:;-'\"()[]{}<>/\\|!?@#%&*+=~`^$éÉßſı"
    "K中\u2028\u00a0’“”–…\x00\x01\x02\ufffc😀"
)
_MOST_STATES = 400  # in one loop; more are not proven
_MOST_STEPS = 400_000


class TooLarge(Exception):  # noqa: N818 - it is what the proof says
    """An automaton with more states than can be looked at in pairs."""


class Verdict(NamedTuple):
    """What a pattern can be made to do; ``why`` names the place."""

    exponential: bool
    polynomial: bool
    why: str = ""


class _Automaton:
    """States with letters (bits of ``alphabet``) and empty steps between them."""

    def __init__(self, alphabet: str, flags: int) -> None:
        self.alphabet, self.flags = alphabet, flags
        self.empty: list[list[int]] = []
        self.letters: list[tuple[int, int] | None] = []  # (bits, target) of the one letter step
        self.inner: list[Any] = []  # parts that are judged alone
        self.guards = set[int]()  # states that are passed under a condition
        self.groups: dict[int | None, tuple[int, bool]] = {}  # letters, and whether several

    def state(self) -> int:
        self.empty.append([])
        self.letters.append(None)
        return len(self.empty) - 1

    def sequence(self, rows: Any, start: int) -> int:
        for op, value in rows:
            start = self._add(op, value, start)
        return start

    def _add(self, op: Any, value: Any, start: int) -> int:
        if op in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
            return self._letter(start, self._bits(op, value))
        if op is c.AT:
            return self._guarded(start)
        if op is c.BRANCH:
            end = self.state()
            for rows in value[1]:
                first = self.state()
                self.empty[start].append(first)
                self.empty[self.sequence(rows, first)].append(end)
            return end
        if op is c.SUBPATTERN:
            first = len(self.letters)
            end = self.sequence(value[3], start)
            bits = 0
            for row in self.letters[first:]:
                bits |= row[0] if row else 0
            self.groups[value[0]] = bits, value[3].getwidth()[1] != 1
            return end
        if op in (c.MAX_REPEAT, c.MIN_REPEAT):
            return self._repeat(value, start)
        if op in (c.POSSESSIVE_REPEAT, c.ATOMIC_GROUP):
            self.inner.append(value[2] if op is c.POSSESSIVE_REPEAT else value)
            return self._opaque(value, start)
        if op in (c.ASSERT, c.ASSERT_NOT):
            self.inner.append(value[1])
            return self._guarded(start)
        if op is c.GROUPREF:
            bits, wide = self.groups[value]
            return self._loop(start, bits) if wide else self._letter(start, bits)
        if op is c.GROUPREF_EXISTS:
            end = self.state()
            for rows in (value[1], value[2] or []):
                first = self.state()
                self.empty[start].append(first)
                self.empty[self.sequence(rows, first)].append(end)
            return end
        raise NotImplementedError(str(op))

    def _guarded(self, start: int) -> int:
        end = self.state()
        self.empty[start].append(end)
        self.guards.add(end)
        return end

    def _letter(self, start: int, bits: int) -> int:
        begin, end = self.state(), self.state()
        self.empty[start].append(begin)
        self.letters[begin] = bits, end
        return end

    def _loop(self, start: int, bits: int) -> int:
        hub = self.state()
        self.empty[start].append(hub)
        self.empty[self._letter(hub, bits)].append(hub)
        end = self.state()
        self.empty[hub].append(end)
        return end

    def _opaque(self, value: Any, start: int) -> int:
        part = _Automaton(self.alphabet, self.flags)
        part._add(
            *(
                ((c.MAX_REPEAT, value))
                if isinstance(value, tuple)
                else (c.SUBPATTERN, (0, 0, 0, value))
            ),
            part.state(),
        )
        bits = 0
        for row in part.letters:
            bits |= row[0] if row else 0
        return self._letter(start, bits)

    def _repeat(self, value: tuple[int, Any, Any], start: int) -> int:
        least, most, rows = value
        for _ in range(min(least, 2)):
            start = self.sequence(rows, start)
        if most == c.MAXREPEAT:
            hub, end = self.state(), self.state()
            self.empty[start].append(hub)
            self.empty[hub].append(end)
            first = self.state()
            self.empty[hub].append(first)
            self.empty[self.sequence(rows, first)].append(hub)
            return end
        end = self.state()
        for _ in range(max(0, min(most, 2) - min(least, 2))):
            self.empty[start].append(end)
            first = self.state()
            self.empty[start].append(first)
            start = self.sequence(rows, first)
        self.empty[start].append(end)
        return end

    def _bits(self, op: Any, value: Any) -> int:
        return sum(
            1 << i for i, letter in enumerate(self.alphabet) if self._holds(op, value, letter)
        )

    def _holds(self, op: Any, value: Any, letter: str) -> bool:
        if op is c.ANY:
            return letter != "\n" or bool(self.flags & re.DOTALL)
        if op is c.NOT_LITERAL:
            return not self._holds(c.LITERAL, value, letter)
        each = {letter, letter.lower(), letter.upper()} if self.flags & re.IGNORECASE else {letter}
        if op is c.LITERAL:
            return any(len(x) == 1 and ord(x) == value for x in each)
        found, negated = False, False
        for kind, what in value:
            if kind is c.NEGATE:
                negated = True
            elif kind is c.LITERAL:
                found |= self._holds(c.LITERAL, what, letter)
            elif kind is c.RANGE:
                found |= any(len(x) == 1 and what[0] <= ord(x) <= what[1] for x in each)
            else:
                found |= _category(str(what), letter)
        return found != negated


@lru_cache(maxsize=4096)
def _category(name: str, letter: str) -> bool:
    kind = {
        "WORD": letter.isalnum() or letter == "_",
        "SPACE": letter.isspace(),
        "DIGIT": letter.isdecimal(),
    }
    return kind[name.rsplit("_", 1)[-1]] != ("_NOT_" in name)


class _Steps:
    """The same without empty steps: from each letter step to those that may follow, with in how
    many ways (at most two are told apart)."""

    def __init__(self, automaton: _Automaton, start: int, end: int) -> None:
        self.bits = {s: row[0] for s, row in enumerate(automaton.letters) if row}
        self.after = {
            s: self._ways(automaton, row[1]) for s, row in enumerate(automaton.letters) if row
        }
        reached, todo = set[int](), list(self._ways(automaton, start))
        while todo:
            state = todo.pop()
            if state not in reached:
                reached.add(state)
                todo.extend(self.after[state])
        self.states = sorted(reached)
        # steps behind which nothing can fail: a text that was read up to there is a match
        self.safe = {
            s for s, row in enumerate(automaton.letters) if row and _open(automaton, row[1], end)
        }

    @staticmethod
    def _ways(automaton: _Automaton, start: int) -> dict[int, int]:
        found: dict[int, int] = {}
        stack: list[tuple[int, frozenset[tuple[int, int]]]] = [(start, frozenset())]
        steps = 0
        while stack:
            state, seen = stack.pop()
            steps += 1
            if steps > 20_000:
                raise TooLarge
            if automaton.letters[state]:
                found[state] = min(found.get(state, 0) + 1, 2)
            for other in automaton.empty[
                state
            ]:  # each empty step once: a loop may end and begin anew
                if (state, other) not in seen:
                    stack.append((other, seen | {(state, other)}))  # noqa: PERF401
        return found

    def loops(self) -> list[set[int]]:
        """The sets of letter steps that lead to each other (Kosaraju)."""
        order: list[int] = []
        seen = set[int]()
        for root in self.states:
            stack = [(root, iter(self.after[root]))] if root not in seen else []
            seen.add(root)
            while stack:
                state, rest = stack[-1]
                following = next((x for x in rest if x not in seen), None)
                if following is None:
                    order.append(stack.pop()[0])
                else:
                    seen.add(following)
                    stack.append((following, iter(self.after[following])))
        before: dict[int, list[int]] = {}
        for state in self.states:
            for other in self.after[state]:
                before.setdefault(other, []).append(state)
        groups, taken = [], set[int]()
        for root in reversed(order):
            group, todo = set[int](), [root]
            while todo:
                state = todo.pop()
                if state not in taken:
                    taken.add(state)
                    group.add(state)
                    todo.extend(before.get(state, ()))
            if len(group) > 1 or (group and next(iter(group)) in self.after[next(iter(group))]):
                groups.append(group)
        return groups


def _open(automaton: _Automaton, start: int, end: int) -> bool:
    """Whether the end is reached by empty steps and under no condition."""
    seen, todo = {start}, [start]
    while todo:
        state = todo.pop()
        if state == end:
            return True
        for other in automaton.empty[state]:
            if other not in seen and other not in automaton.guards:
                seen.add(other)
                todo.append(other)
    return False


def judge(pattern: str, flags: int = 0) -> Verdict:
    """What ``re`` can be made to do by a text; raises ``TooLarge``."""
    parsed = parser.parse(pattern, flags)
    flags |= parsed.state.flags
    alphabet = "".join(sorted({*_SAMPLES, *_of(parsed)}))
    todo, worst = [parsed], Verdict(False, False)
    while todo:
        automaton = _Automaton(alphabet, flags)
        start = automaton.state()
        end = automaton.sequence(todo.pop(), start)
        todo.extend(automaton.inner)
        found = _judged(_Steps(automaton, start, end), alphabet)
        worst = Verdict(
            worst.exponential or found.exponential,
            worst.polynomial or found.polynomial,
            worst.why or found.why,
        )
    return worst


def _of(rows: Any) -> Iterator[str]:
    """The letters that a pattern names, with their neighbours, small and large."""
    for op, value in rows:
        if op in (c.LITERAL, c.NOT_LITERAL):
            yield from _cases(value)
        elif op is c.IN:
            yield from _of(value)
        elif op is c.RANGE:
            for code in value:
                yield from (
                    x
                    for near in (code - 1, code, code + 1)
                    if 0 < near < 0x110000
                    for x in _cases(near)
                )
        else:
            yield from (x for part in _parts(value) for x in _of(part))


def _cases(code: int) -> Iterator[str]:
    letter = chr(code)
    yield from (x for x in (letter, letter.lower(), letter.upper()) if len(x) == 1)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _parts(item)


def _judged(steps: _Steps, alphabet: str) -> Verdict:
    loops = steps.loops()
    exponential = next((x for loop in loops if (x := _twice(steps, loop)) is not None), None)
    if exponential is not None:
        return Verdict(True, True, f"a loop over {_shown(steps, exponential, alphabet)}")
    for first in loops:
        for second in loops:
            if first is not second and (x := _along(steps, first, second)) is not None:
                return Verdict(
                    False,
                    True,
                    f"loops over {_shown(steps, x[0], alphabet)} and "
                    f"{_shown(steps, x[1], alphabet)}",
                )
    return Verdict(False, False)


def _shown(steps: _Steps, state: int, alphabet: str) -> str:
    return repr("".join(x for i, x in enumerate(alphabet) if steps.bits[state] >> i & 1)[:12])


def _twice(steps: _Steps, loop: set[int]) -> int | None:
    """A state of a loop from which one word leads back to it in two ways."""
    if len(loop) > _MOST_STATES:
        raise TooLarge
    for state in loop:
        for other, ways in steps.after[state].items():
            if ways > 1 and other in loop:
                return state
    # pairs that a pair (q, q) reaches and that reach one: forward from all of them, then back
    diagonal = [(q, q) for q in loop]
    forward: dict[tuple[int, int], list[tuple[int, int]]] = {}
    seen, todo = set(diagonal), deque(diagonal)
    while todo:
        a, b = todo.popleft()
        for x in steps.after[a]:
            for y in steps.after[b]:
                if x in loop and y in loop and steps.bits[x] & steps.bits[y]:
                    forward.setdefault((x, y), []).append((a, b))
                    if (x, y) not in seen:
                        seen.add((x, y))
                        todo.append((x, y))
                        if len(seen) > _MOST_STEPS:
                            raise TooLarge
    # a pair of different states that leads to a pair of the same state: the two ways meet again
    for q in loop:
        back, todo2 = {(q, q)}, deque([(q, q)])
        while todo2:
            for pair in forward.get(todo2.popleft(), ()):
                if pair not in back:
                    back.add(pair)
                    todo2.append(pair)
        from_q = _reached(steps, loop, q)
        if any(a != b and (a, b) in from_q for a, b in back):
            return q
    return None


def _reached(steps: _Steps, loop: set[int], q: int) -> set[tuple[int, int]]:
    seen, todo = {(q, q)}, deque([(q, q)])
    while todo:
        a, b = todo.popleft()
        for x in steps.after[a]:
            for y in steps.after[b]:
                if x in loop and y in loop and steps.bits[x] & steps.bits[y] and (x, y) not in seen:
                    seen.add((x, y))
                    todo.append((x, y))
    return seen


def _along(steps: _Steps, first: set[int], second: set[int]) -> tuple[int, int] | None:
    """States p and q of two loops and a word from p to p, from p to q and from q to q."""
    between = _between(steps, first, second)
    if not between:
        return None
    count = 0
    for p in first:
        for q in second:
            if q in steps.safe or not steps.bits[p] & steps.bits[q]:
                continue
            seen, todo = {(p, p, q)}, deque([(p, p, q)])
            while todo:
                a, m, b = todo.popleft()
                for x in steps.after[a]:
                    for z in steps.after[b]:
                        both = steps.bits[x] & steps.bits[z]
                        if x not in first or z not in second or not both:
                            continue
                        for y in steps.after[m]:
                            count += 1
                            if count > _MOST_STEPS:
                                raise TooLarge
                            if y not in between or not both & steps.bits[y]:
                                continue
                            if (x, y, z) == (p, q, q):
                                return p, q
                            if (x, y, z) not in seen:
                                seen.add((x, y, z))
                                todo.append((x, y, z))
    return None


def _between(steps: _Steps, first: set[int], second: set[int]) -> set[int]:
    """All states on a way from one loop to another; none where there is no way."""
    forward = _all_after(steps.after, first)
    if forward.isdisjoint(second):
        return set()
    before: dict[int, dict[int, int]] = {}
    for state in forward:
        for other in steps.after[state]:
            before.setdefault(other, {})[state] = 1
    return forward & _all_after(before, second)


def _all_after(after: dict[int, dict[int, int]], start: set[int]) -> set[int]:
    seen, todo = set(start), list(start)
    while todo:
        for other in after.get(todo.pop(), ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return seen
