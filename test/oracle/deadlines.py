"""Second opinion on the arithmetic of deadlines, written apart from protocols/rules.

Standard library only (Python 3.9 or later). Reads JSON lines on standard input: first an object with
the calendars, then one case per line; writes one result per line: epoch milliseconds, or "range" where
a calendar's data ends. Time zones come from the system's own database through zoneinfo, dates from
datetime, and working days from a sorted list searched by bisection.
"""

import bisect
import calendar as month_lengths
import json
import sys
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

LAST_SECOND = time(23, 59, 59)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class OutOfRange(Exception):
    pass


class WorkingDays:
    def __init__(self, data):
        self.first = date.fromisoformat(data["from"])
        self.last = date.fromisoformat(data["until"])
        closed = {date.fromisoformat(text) for text in data["holidays"]}
        span = (self.last - self.first).days + 1
        every = (self.first + timedelta(days=n) for n in range(span))
        self.open = [d for d in every if d.isoweekday() not in data["weekend"] and d not in closed]
        self.is_open = set(self.open).__contains__

    def check(self, day):
        if not self.first <= day <= self.last:
            raise OutOfRange
        return day

    def after(self, day, n):
        if n == 0:
            return self.check(day)
        return self.at(bisect.bisect_right(self.open, self.check(day)) + n - 1)

    def before(self, day, n):
        return self.at(bisect.bisect_left(self.open, self.check(day)) - n)

    def at(self, index):
        if not 0 <= index < len(self.open):
            raise OutOfRange
        return self.open[index]

    def between(self, after, until):
        self.check(after)
        self.check(until)
        return bisect.bisect_right(self.open, until) - bisect.bisect_right(self.open, after)


@lru_cache(maxsize=None)
def zone(name):
    return ZoneInfo(name)


def to_ms(moment):
    return round((moment.astimezone(timezone.utc) - EPOCH) / timedelta(milliseconds=1))


def local_day(ms, name):
    return datetime.fromtimestamp(ms // 1000, zone(name)).date()


def wall_clock(ms, name):
    return datetime.fromtimestamp(ms // 1000, zone(name)).replace(tzinfo=None)


def instant(day, at, name, later=False):
    """First instant after a gap; of two instants the earlier, or the later when asked for."""
    wall = datetime.combine(day, at)
    both = [to_ms(wall.replace(tzinfo=zone(name), fold=fold)) for fold in (0, 1)]
    real = sorted(ms for ms in both if wall_clock(ms, name) == wall)
    if real:
        return real[-1] if later else real[0]
    low, high = min(both), max(both)
    while high - low > 1000:
        middle = (low + high) // 2000 * 1000
        low, high = (low, middle) if wall_clock(middle, name) > wall else (middle, high)
    return high


def end_of(day, name):
    return instant(day, LAST_SECOND, name, later=True)


def same_day_in_month(day, months):
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, month_lengths.monthrange(year, month)[1]))


def count(case, sign):
    at, n, unit, name = case["at"], case["length"], case["unit"], case["zone"]
    if n == 0:
        return at
    if unit in ("minutes", "hours"):
        return at + sign * n * (60_000 if unit == "minutes" else 3_600_000)
    day = local_day(at, name)
    if unit == "calendar-days":
        return end_of(day + sign * timedelta(days=n), name)
    if unit == "months":
        return end_of(same_day_in_month(day, sign * n), name)
    days = CALENDARS[case["country"]]
    return end_of(days.after(day, n) if sign > 0 else days.before(day, n), name)


def resume(case):
    due, paused, resumed = case["due"], case["paused"], case["resumed"]
    unit, name = case["unit"], case["zone"]
    if paused >= due or paused == resumed:
        return due
    if unit in ("minutes", "hours"):
        return due + resumed - paused
    paused_on, resumed_on = local_day(paused, name), local_day(resumed, name)
    due_on = local_day(due, name)
    if unit != "working-days":
        whole = (due_on - paused_on).days
        options = (end_of(resumed_on + timedelta(days=whole + n), name) for n in range(3))
        return next(option for option in options if option - resumed >= due - paused)
    days = CALENDARS[case["country"]]
    days.check(resumed_on)

    def rest(ms, day):
        return end_of(day, name) - ms if days.is_open(day) or day == due_on else 0

    extra = 1 if rest(resumed, resumed_on) < rest(paused, paused_on) else 0
    return end_of(days.after(resumed_on, days.between(paused_on, due_on) + extra), name)


def answer(case):
    try:
        if case["ask"] == "resume":
            return resume(case)
        if case["ask"] == "instant":
            return instant(
                date.fromisoformat(case["date"]), time.fromisoformat(case["time"]), case["zone"]
            )
        return count(case, 1 if case["ask"] == "due" else -1)
    except OutOfRange:
        return "range"


CALENDARS = {one["country"]: WorkingDays(one) for one in json.loads(sys.stdin.readline())}
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
