"""Second opinion on working days, with another list of holidays and another way of counting.

Needs the PyPI package `holidays`. Reads JSON lines on standard input: first
{"years": [from, until], "known": {country: {"add": [dates], "drop": [dates]}}} with the differences
that are explained, then [country, date, n] per line. Writes first the package's own lists, then per
line the n-th working day (n < 0 counts back) by the package's list as it is and by that list with the
explained differences applied.
"""

import json
import sys
from datetime import date

import holidays

head = json.loads(sys.stdin.readline())
years = range(head["years"][0], head["years"][1] + 1)


def listed(country):
    # 2 and 1 January of the years beside belong to observed days of the years asked for.
    return holidays.country_holidays(country, years=years)


raw = {country: listed(country) for country in head["known"]}
mended = {}
for country, known in head["known"].items():
    one = listed(country)
    for text in known["drop"]:
        one.pop(date.fromisoformat(text))
    for text in known["add"]:
        one[date.fromisoformat(text)] = "explained difference"
    mended[country] = one

print(json.dumps({
    "package": holidays.__version__,
    "lists": {c: sorted(d.isoformat() for d in one if d.year in years) for c, one in raw.items()},
}))
for line in sys.stdin:
    country, text, n = json.loads(line)
    day = date.fromisoformat(text)
    answers = (one[country].get_nth_working_day(day, n) for one in (raw, mended))
    print(json.dumps([answer.isoformat() for answer in answers]))
