"""The LinkedIn archive of the invented owner, in the newest format of the real one."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from weakties.demo import mailbox, profile_files, tie_files
from weakties.demo.lives import Life
from weakties.demo.meetings import Stage

_EXPORTED = timedelta(days=1)  # the archive is of the day before
_NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses'
    " are missing. You will only see email addresses for connections who have allowed their"
    " connections to see or download their email address using this setting"
    " https://www.linkedin.com/psettings/privacy/email. You can learn more here"
    ' https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the archive: its rows below a header."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def archive_name(stage: Stage) -> str:
    """Return the name under which the archive is downloaded."""
    return f"Complete_LinkedInDataExport_{stage.today - _EXPORTED:%m-%d-%Y}.zip"


def archive(stage: Stage, lives: Sequence[Life]) -> bytes:
    """Return the archive as a zip; the same world gives the same bytes."""
    return _zipped(members(stage, lives), stage)


def members(stage: Stage, lives: Sequence[Life]) -> dict[str, str]:
    """Return the text of each file of the archive by its name."""
    member_id = stage.owner.member_id
    messages = Sheet(mailbox.HEADER, mailbox.message_rows(stage, lives))
    guide = Sheet(mailbox.HEADER, mailbox.decoy_rows(stage))
    plain = {
        "Invitations.csv": Sheet(tie_files.INVITATIONS, tie_files.invitations(stage, lives)),
        "Recommendations_Received.csv": Sheet(
            tie_files.RECOMMENDATIONS, tie_files.recommendations(lives, given=False)
        ),
        "Recommendations_Given.csv": Sheet(
            tie_files.RECOMMENDATIONS, tie_files.recommendations(lives, given=True)
        ),
        "Endorsement_Received_Info.csv": Sheet(
            tie_files.ENDORSEMENTS_RECEIVED, tie_files.endorsements(lives, given=False)
        ),
        "Endorsement_Given_Info.csv": Sheet(
            tie_files.ENDORSEMENTS_GIVEN, tie_files.endorsements(lives, given=True)
        ),
        "ImportedContacts.csv": Sheet(tie_files.PHONE_BOOK, tie_files.phone_book(lives)),
        f"Member_Follows_{member_id}.csv": Sheet(
            tie_files.MEMBER_FOLLOWS, tie_files.member_follows(stage, lives)
        ),
        "Events.csv": Sheet(profile_files.EVENTS, profile_files.events(stage)),
        "Positions.csv": Sheet(profile_files.POSITIONS, profile_files.positions(stage)),
        "Education.csv": Sheet(profile_files.EDUCATION, profile_files.education(stage)),
        "Profile.csv": Sheet(profile_files.PROFILE, profile_files.profile(stage)),
        "Email Addresses.csv": Sheet(profile_files.EMAILS, profile_files.emails(stage)),
        "PhoneNumbers.csv": Sheet(profile_files.PHONES, profile_files.phones(stage)),
        "Company Follows.csv": Sheet(
            profile_files.COMPANY_FOLLOWS, profile_files.company_follows(stage)
        ),
    }
    connections = Sheet(tie_files.CONNECTIONS, tie_files.connections(stage, lives))
    texts = {
        "Connections.csv": _NOTES + _written(connections).removesuffix("\n"),
        "messages.csv": _written(messages, all_quoted=True),
        "guide_messages.csv": _written(guide, all_quoted=True),
    }
    texts |= {name: _written(sheet) for name, sheet in plain.items() if sheet.rows}
    return dict(sorted(texts.items()))


def _written(sheet: Sheet, *, all_quoted: bool = False) -> str:
    text = io.StringIO()
    writer = csv.writer(
        text,
        lineterminator="\n",
        quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL,
    )
    writer.writerow(sheet.header)
    writer.writerows(sheet.rows)
    return text.getvalue()


def _zipped(texts: Mapping[str, str], stage: Stage) -> bytes:
    day = stage.today - _EXPORTED
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive_file:
        for name, text in texts.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 9, 30, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive_file.writestr(entry, text.encode())
    return packed.getvalue()
