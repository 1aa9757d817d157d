"""The written forms of Arabic nouns and verbs: number, case and joined pronouns, made from one line of data each."""

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
_REGULAR = "ون"


def noun_forms(singular: str, plural: str) -> dict[str, tuple[str, ...]]:
    """The forms of a noun by number: `single`, `dual`, `plural`.

    `plural` is the broken plural, several parted by `|`, `ون` for the regular one of men, or `-` for none; a noun in
    ta marbuta has its regular plural of women whatever else it has.

    Short vowels are not written, so the dual and the regular plural of men are the same in the oblique case; such a
    form is given to the plural, as it nearly always is one.
    """
    feminine = singular.endswith("ة")
    stem = singular[:-1] + "ت" if feminine else singular
    regular = _REGULAR in plural.split("|")
    single = [singular, *_joined(stem)]
    if not feminine and singular[-1] not in "اىء":
        single.append(singular + "ا")
    dual = [stem + "ان", *_joined(stem + "ي"), *_joined(stem + "ا")]
    many = [] if plural == "-" else [each for each in plural.split("|") if each != _REGULAR]
    many = [*many, *(form for each in many for form in _joined(each))]
    if feminine:
        many += [singular[:-1] + "ات", *_joined(singular[:-1] + "ات")]
    if regular:
        many += [stem + "ون", stem + "ين", *_joined(stem + "ي"), *_joined(stem + "و")]
    else:
        dual.append(stem + "ين")
    taken = set(many)
    return {
        "single": tuple(dict.fromkeys(single)),
        "dual": tuple(dict.fromkeys(form for form in dual if form not in taken)),
        "plural": tuple(dict.fromkeys(many)),
    }


def _joined(stem: str) -> list[str]:
    """A noun with its possessor: his, her, their."""
    return [stem + pronoun for pronoun in _PRONOUNS]


def verb_forms(past: str, present: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb by where its people stand: `gerund` before them, `intransitive` after them.

    Arabic puts a verb before its subject in the singular whatever the number of people, and after it in theirs.
    `present` is the form after يـ, or `-` for none.
    """
    first = [past, past + "ت"]
    after = [past + "وا", past + "ا", past + "تا", past + "ن"]
    if present != "-":
        bare = present[1:]
        first += ["ي" + bare, "ت" + bare]
        after += ["ي" + bare + "ون", "ي" + bare + "ان", "ت" + bare + "ان"]
    return {"gerund": tuple(dict.fromkeys(first)), "intransitive": tuple(dict.fromkeys(after))}
