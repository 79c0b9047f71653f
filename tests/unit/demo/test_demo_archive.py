"""The archive of the invented owner has the newest format of the real one."""

import csv
import io
import re
from collections import Counter

import pytest

from weakties.demo.archive import members
from weakties.demo.world import World, truth

_HEADERS = {
    "Invitations.csv": ("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl"),
    "Recommendations_Received.csv": (
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    ),
    "Recommendations_Given.csv": "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
    "Endorsement_Received_Info.csv": (
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
        "Endorser Public Url,Endorsement Status"
    ),
    "Endorsement_Given_Info.csv": (
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,"
        "Endorsee Public Url,Endorsement Status"
    ),
    "ImportedContacts.csv": (
        "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,"
        "PhoneNumbers,CreatedAt,UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location"
    ),
    "Events.csv": "Event Name,Event Time,Status,External Url",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities",
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
        "Geo Location,Twitter Handles,Websites,Instant Messengers"
    ),
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On",
    "PhoneNumbers.csv": "Extension,Number,Type",
    "Company Follows.csv": "Organization,Followed On",
}
_MESSAGES = (
    '"CONVERSATION ID","CONVERSATION TITLE","FROM","SENDER PROFILE URL","TO",'
    '"RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","FOLDER","ATTACHMENTS",'
    '"IS MESSAGE DRAFT","IS CONVERSATION DRAFT"'
)


@pytest.fixture(scope="module")
def files(world: World) -> dict[str, str]:
    return members(world.stage, world.lives)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def _connections(files: dict[str, str]) -> list[dict[str, str]]:
    return _rows(files["Connections.csv"].split("\n\n", 1)[1])


@pytest.mark.parametrize("name", _HEADERS)
def test_each_file_has_its_newest_header(files: dict[str, str], name: str) -> None:
    assert files[name].split("\n", 1)[0] == _HEADERS[name]


def test_some_names_bear_the_number_of_the_member(world: World, files: dict[str, str]) -> None:
    name = f"Member_Follows_{world.stage.owner.member_id}.csv"
    assert files[name].startswith("Date,Status,FullName\n")


def test_every_cell_of_the_messages_is_quoted(files: dict[str, str]) -> None:
    for name in ("messages.csv", "guide_messages.csv"):
        assert files[name].startswith(_MESSAGES)
        rows = list(csv.reader(io.StringIO(files[name])))
        again = io.StringIO()
        csv.writer(again, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
        assert again.getvalue() == files[name]


def test_connections_begin_with_notes_and_end_without_a_newline(files: dict[str, str]) -> None:
    lines = files["Connections.csv"].split("\n")
    assert lines[0] == "Notes:"
    assert lines[1].startswith('"When exporting your connection data')
    assert lines[2] == ""
    assert lines[3] == "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    assert lines[-1]
    assert "\r" not in files["Connections.csv"]


def test_hidden_members_leave_their_date_alone(files: dict[str, str]) -> None:
    hidden = [line for line in files["Connections.csv"].split("\n") if line.startswith(",,,,,,")]
    assert len(hidden) == 2
    assert all(re.fullmatch(r",,,,,,\d\d [A-Z][a-z]{2} \d{4}", line) for line in hidden)


def test_no_profile_stands_twice_among_the_connections(files: dict[str, str]) -> None:
    urls = [row["URL"] for row in _connections(files) if row["URL"]]
    assert len(urls) == len(set(urls)) == 240
    assert all(re.fullmatch(r"https://www\.linkedin\.com/in/[a-z0-9%A-F-]+", url) for url in urls)


def test_the_truth_lists_connections_as_the_file_does(world: World, files: dict[str, str]) -> None:
    listed = {
        (record["first_name"], record["last_name"], record["url"])
        for person in truth(world)["people"]
        for record in person["records"]
        if record["source"] == "linkedin"
    }
    rows = [row for row in _connections(files) if row["URL"]]
    assert listed == {(row["First Name"], row["Last Name"], row["URL"]) for row in rows}


def test_the_truth_counts_messages_as_the_file_does(world: World, files: dict[str, str]) -> None:
    owner = f"https://www.linkedin.com/in/{world.stage.owner.slug}"
    ins, outs = Counter[str](), Counter[str]()
    for row in _rows(files["messages.csv"]):
        recipients = row["RECIPIENT PROFILE URLS"].split(",")
        if row["IS MESSAGE DRAFT"] == "Yes" or len(recipients) > 1:
            continue
        if row["SENDER PROFILE URL"] == owner:
            outs[recipients[0]] += 1
        else:
            ins[row["SENDER PROFILE URL"]] += 1
    people = truth(world)["people"]
    lives = zip(world.lives, people, strict=True)
    told = {f"https://www.linkedin.com/in/{life.slug}": person for life, person in lives}
    assert {url: n for url, n in ins.items() if url} == {
        url: one["messages_in"] for url, one in told.items() if one["messages_in"]
    }
    assert {url: n for url, n in outs.items() if url} == {
        url: one["messages_out"] for url, one in told.items() if one["messages_out"]
    }


def test_the_mailbox_has_what_a_real_one_has_beside_letters(files: dict[str, str]) -> None:
    rows = _rows(files["messages.csv"])
    assert any(row["CONVERSATION TITLE"] == "Sponsored Conversation" for row in rows)
    assert any("," in row["RECIPIENT PROFILE URLS"] for row in rows)
    assert any(row["IS MESSAGE DRAFT"] == "Yes" for row in rows)
    assert any(row["TO"] == "LinkedIn Member" and not row["RECIPIENT PROFILE URLS"] for row in rows)
    assert any(row["SUBJECT"] for row in rows)
    assert any(not row["CONTENT"] for row in rows)
    assert any("\n" in row["CONTENT"] for row in rows)


def test_conversations_stand_together_with_the_newest_message_first(files: dict[str, str]) -> None:
    rows = [row for row in _rows(files["messages.csv"]) if row["CONVERSATION ID"]]
    order = list(dict.fromkeys(row["CONVERSATION ID"] for row in rows))
    grouped = sorted(rows, key=lambda row: order.index(row["CONVERSATION ID"]))
    assert grouped == rows
    for one in order:
        dates = [row["DATE"] for row in rows if row["CONVERSATION ID"] == one]
        assert dates == sorted(dates, reverse=True)
    assert all(len(one) == 58 and one.startswith("2-") for one in order)


def test_a_phrase_leaves_no_slot_open(files: dict[str, str]) -> None:
    for name in ("messages.csv", "Invitations.csv", "Recommendations_Given.csv"):
        assert not re.search(r"\{[a-z]+\}", files[name])


def test_dates_are_written_as_each_file_writes_them(files: dict[str, str]) -> None:
    for row in _rows(files["Invitations.csv"]):
        assert re.fullmatch(r"[1-9]\d?/[1-9]\d?/\d\d, [1-9]\d?:\d\d [AP]M", row["Sent At"])
    for row in _rows(files["Endorsement_Received_Info.csv"]):
        assert re.fullmatch(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d UTC", row["Endorsement Date"])
    for row in _rows(files["Recommendations_Received.csv"]):
        assert re.fullmatch(r"\d\d/\d\d/\d\d, \d\d:\d\d [AP]M", row["Creation Date"])
