"""What each reading code means, in one sentence. A rule's code explains itself; see rules.py."""

from __future__ import annotations

from collections.abc import Mapping

READING_CODES: Mapping[str, str] = {
    "SAM001": "The file is no plain file inside the project, or may not be opened.",
    "SAM002": "The name of a file or folder cannot become an address, or the file would not be read where it lies.",
    "SAM003": "The file is larger than an account's file may be.",
    "SAM004": "The file is not written in UTF-8.",
    "SAM005": "A character that cannot be seen, or that changes the direction of reading, stands in the text.",
    "SAM006": "Two versions were merged and the marks of the conflict are still in the file.",
    "SAM007": "A file or folder that the project needs is missing.",
    "SAM008": "A page written by hand stands where a generated page goes.",
    "SAM009": "The file has more problems of one kind than are listed.",
    "SAM010": "The line is not YAML.",
    "SAM011": "The indentation holds something other than plain spaces.",
    "SAM012": "An anchor, an alias or a merge key is used, which would hide where a value comes from.",
    "SAM013": "A tag or directive is used, which could change what a value means.",
    "SAM014": "A second document begins inside the file.",
    "SAM015": "The file is nested too deeply or holds too many values.",
    "SAM016": "A field is written twice in one record.",
    "SAM017": "YAML would drop a part of what was typed, or join lines that look separate.",
    "SAM018": "The name of a field is not one short word.",
    "SAM019": "The file does not consist of fields and values.",
    "SAM020": "A list has an entry with nothing in it.",
    "SAM030": "There is no field of this name here.",
    "SAM031": "A field that is needed is missing.",
    "SAM032": "Text stands where a list or record belongs, or the other way round.",
    "SAM033": "The word is not one of those the field knows.",
    "SAM034": "The text is no date, time or timeframe.",
    "SAM035": "The text is no number, amount or currency, or lies outside what the field allows.",
    "SAM036": "The text is empty, too long, or runs over several lines where one is asked for.",
    "SAM037": "The text cannot be an id or a tag.",
    "SAM038": "The link has a form that the site will not show.",
    "SAM039": "Material for leaders and coaches alone stands in a folder that everybody reads.",
    "SAM041": "A claim is marked as confirmed by the client and does not say who confirmed it.",
    "SAM050": "The id refers to a record that does not exist.",
    "SAM051": "Two records of one list have the same id.",
    "SAM052": "The id is found in several lists, so it is not clear which record is meant.",
    "SAM053": "The record is named by a title that others refer to as if it were an id.",
    "SAM054": "A field of the account stands in two of its files.",
    "SAM060": "The fields at the top of a lesson or tool are missing or not closed.",
    "SAM061": "HTML stands in a text that is written in Markdown.",
    "SAM062": "A link or image in the text leads where the site will not follow.",
    "SAM063": "Braces in the text would be read as attributes.",
    "SAM064": "A snippet in the text would bring in another file.",
    "SAM065": "A heading is written in a form that not every engine reads as one.",
    "SAM066": "A heading that lessons or tools have is missing, twice there, empty or in the wrong order.",
    "SAM067": "A part of the text is longer than the reader takes.",
    "SAM068": "A code block is written in a form that not every engine reads as one.",
    "SAM069": "A lesson or question has numbers, minutes or answers that do not fit its kind.",
    "SAM070": "A word or letter of the company stands for two things, or a letter for something without one.",
    "SAM071": "A question of the bank does not end with a question mark, or names a slot that does not exist.",
}
"""Every code of a problem that stops all commands."""


def reading_code(code: str) -> str:
    """Return the sentence of a reading code; one without a sentence is still a problem of reading."""
    return READING_CODES.get(code, "The file cannot be read.")
