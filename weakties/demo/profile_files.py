"""The files of the archive that speak of the owner, each a header and its rows."""

from datetime import date, timedelta

from weakties.demo.chance import generator
from weakties.demo.meetings import Stage
from weakties.demo.places import printed_phone

POSITIONS = ("Company Name", "Title", "Description", "Location", "Started On", "Finished On")
EDUCATION = ("School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities")
PROFILE = (
    "First Name",
    "Last Name",
    "Maiden Name",
    "Address",
    "Birth Date",
    "Headline",
    "Summary",
    "Industry",
    "Zip Code",
    "Geo Location",
    "Twitter Handles",
    "Websites",
    "Instant Messengers",
)
EMAILS = ("Email Address", "Confirmed", "Primary", "Updated On")
PHONES = ("Extension", "Number", "Type")
EVENTS = ("Event Name", "Event Time", "Status", "External Url")
COMPANY_FOLLOWS = ("Organization", "Followed On")


def positions(stage: Stage) -> list[tuple[str, ...]]:
    """Return the owner's jobs, the newest first."""
    return [
        (job.company.name, job.title, "", job.company.city, _month(job.start), _month(job.end))
        for job in reversed(stage.owner.jobs)
    ]


def education(stage: Stage) -> list[tuple[str, ...]]:
    """Return the owner's schools, the newest first."""
    return [
        (one.school, str(one.start.year), str(one.end.year), "", one.degree, "")
        for one in reversed(stage.owner.schools)
    ]


def profile(stage: Stage) -> list[tuple[str, ...]]:
    """Return the one row of the owner; it has no address of the profile."""
    owner, job = stage.owner, stage.owner.jobs[-1]
    place = f"{owner.city.name}, {owner.country.name}"
    headline = f"{job.title} at {job.company.name}"
    names = (owner.name.given, owner.name.family, "", "", "Mar 4", headline)
    return [(*names, "I like to bring people together.", "", "", place, "", "", "")]


def emails(stage: Stage) -> list[tuple[str, ...]]:
    """Return the owner's mail addresses; the first is the primary one."""
    updated = f"{stage.owner.jobs[0].start:%m/%d/%y}, 10:00 AM"
    return [
        (address, "Yes", "Yes" if number == 0 else "No", updated)
        for number, address in enumerate(stage.owner.emails)
    ]


def phones(stage: Stage) -> list[tuple[str, ...]]:
    """Return the owner's telephone."""
    return [("", printed_phone(stage.owner.mobile, "international"), "Mobile")]


def events(stage: Stage) -> list[tuple[str, ...]]:
    """Return the events the owner answered on LinkedIn: half of those she went to."""
    rng = generator(stage.seed, "events file")
    return [
        (
            event.name,
            f"{event.start:%b %d, %Y} 09:00 AM - {event.end:%b %d, %Y} 06:00 PM",
            rng.choice(("APPROVED", "APPROVED", "RELINQUISHED")),
            "",
        )
        for event in stage.events
        if rng.random() < 0.5
    ]


def company_follows(stage: Stage) -> list[tuple[str, ...]]:
    """Return companies that the owner follows, in the form of a Java date."""
    rng = generator(stage.seed, "company follows")
    followed = rng.sample(stage.market.companies, 5)
    days = [stage.today - timedelta(days=rng.randint(30, 700)) for _ in followed]
    return [
        (company.name, f"{day:%a %b %d} 10:20:30 UTC {day.year}")
        for company, day in zip(followed, sorted(days, reverse=True), strict=True)
    ]


def _month(day: date | None) -> str:
    return f"{day:%b %Y}" if day else ""
