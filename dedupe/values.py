"""The clean values of records as arrays of ids."""

from dataclasses import dataclass

from dedupe.address_values import Addresses
from dedupe.arrays import Flags, Ids, Keys, Texts

GIVEN_FORMS = 5  # as written, two other forms, one that a slug or mailbox adds, the middle name
FAMILY_FORMS = 6  # as written, three parts or a maiden name, one from the slug, one from a mailbox
MIDDLE = GIVEN_FORMS - 1
FIRST_ALIAS_GIVEN = 3
FIRST_ALIAS_FAMILY = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens of names by id."""

    text: Texts
    sound: Ids
    sound_text: Texts  # by sound
    head: Keys  # of the first letters of the sound
    tail: Keys  # of the last letters of the sound
    initial: Ids
    length: Ids
    full_names: Ids  # a row of `_FULL_NAMES` ids (of another lexicon) a token
    full_name_text: Texts  # by full name


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds which value, a row a holding, sorted by record."""

    record: Ids
    value: Ids


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean values of records, a row a record in the order of `record_id`.

    Most are ids, 0 for nothing, given out anew for each set of records; the texts that they stand
    for are beside them. `Keys` are hashes of texts, so equal in every set. `given` has
    `GIVEN_FORMS` columns, `family` `FAMILY_FORMS`: the first is the name as written. `company`
    holds names and domain labels, `company_short` the short forms others may use.
    """

    record_id: Texts
    words: Words
    given: Ids
    family: Ids
    name_length: Ids  # letters of given and family name
    generation: Ids
    source: Texts
    profile: Ids  # of the slug as OCR may see it
    profile_text: Texts
    own_profile: Texts  # the same, whoever else the user said it is of
    slug: Texts
    mails: Holdings
    mail_text: Texts
    desks: Holdings  # the company at which a personal mailbox is
    numbered: Flags  # a mailbox at a company with a number after the name
    locals: Holdings  # the part before the @ of personal mailboxes
    local_text: Texts
    phones: Holdings
    phone_text: Texts
    glued: Keys  # head and tail of the whole name as one word
    company: Ids
    company_short: Ids
    company_text: Texts
    addresses: Addresses
    title: Ids
    title_core: Ids  # without the rank
    day: Ids  # days since 1970, 0 for none
    content: Keys  # a hash of all that the record says, its day and id excepted
    digest: Ids  # a hash of all that counts, its id excepted

    def __len__(self) -> int:
        return len(self.record_id)
