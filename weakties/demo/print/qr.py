"""The square code of a card: its values as a vCard 3.0."""

import vobject
import zxingcpp
from PIL import Image

from weakties.demo.print.face import PrintedCard
from weakties.demo.print.sheet import PIXELS_PER_MM, Area, Sheet

_TYPES = {"work": ["WORK", "VOICE"], "mobile": ["CELL"], "fax": ["FAX"]}


def vcard(card: PrintedCard) -> str:
    """Return the card's values as a vCard."""
    made = vobject.vCard()
    given, _, family = card.name.rpartition(" ")
    made.add("n").value = vobject.vcard.Name(
        family=family, given=given, prefix=card.honorific or "", suffix=card.degrees or ""
    )
    made.add("fn").value = card.name
    if card.company:
        made.add("org").value = [card.company, *([card.department] if card.department else [])]
    if card.title:
        made.add("title").value = card.title
    for kind, number in card.phones:
        phone = made.add("tel")
        phone.value = number
        phone.type_paramlist = _TYPES[kind]
    for address in card.emails:
        made.add("email").value = address
    for url in card.urls:
        made.add("url").value = url
    if card.address_lines:
        made.add("adr").value = vobject.vcard.Address(street=", ".join(card.address_lines))
    return str(made.serialize())


def draw(sheet: Sheet, area: Area, card: PrintedCard) -> None:
    """Print the code, black on a white ground with its quiet zone, into a square area."""
    code = zxingcpp.create_barcode(vcard(card), zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image = Image.fromarray(zxingcpp.write_barcode_to_image(code, add_quiet_zones=True))
    side = round(area.width * PIXELS_PER_MM)
    sheet.image.paste(image.resize((side, side), Image.Resampling.BOX), area.pixels[:2])
    sheet.mark("code", area)
