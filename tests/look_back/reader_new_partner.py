"""The reader with a new partner, who becomes frightening.

An earlier partner led a second life for years; that ended in 2023. Since last autumn there is someone new, with a flat of their own a
few streets away. In spring nearly every alarm is an echo, most are told, and they are met with care. In June there is no note at all: a
house move, and no evening left. In late summer the partner changes. On 22 August they stand in the door, shout, and say what will
happen if the reader goes to the party; the reader sorts it as a usual setback. On 12 September, after a talk at dinner, the reader is
afraid much of the time. Those are the two notes of danger; no other answer speaks of it. After each come flowers and warm weeks, warmer
than any before, with plans for one flat; the reader says less and less aloud, sees friends less often, and calls the quiet calm. In
November two alarms are called “now”, and the reader has written down the number of a helpline. Nothing is decided. Some notes are in
Greek, the language of home.

Why this reader: an alarm that was learned with somebody else is the one most easily called an echo (R-17 to R-21, hazard 2), and the
warm weeks after a frightening night are what a chart can most easily take for good news (hazard 13).
"""

from note_lines import Notes, all_notes, cards, log, note, put_off, rows

DANGER = ("setback-sorter 08-22", "hard-talk 09-12")
"""The two notes that speak of danger."""

ONCE: Notes = [
    note("where-am-i-now", "02-01", {
        "situation": "new-partner", "time-since": "over-12-months", "wish": "To stop waiting for the floor to give way.",
    }),
    note("glass-or-seed", "02-01@20:50", {
        "leave": rows("piece", "Reading every pause as a sign\nAsking twice, and then once more"),
        "seed": "One true thing a week, said out loud.",
        "soil": rows("what seen", """
            We say when we will be home | seen
            I have a flat of my own | seen
            Nobody laughs when I ask | hoped
        """),
    }),
    note("practices-and-pace", "02-02", {"practices": ["weather", "one-good-decision"], "pace": "twice-a-week"}),
    note("trust-timeline", "02-08", {"events": rows("headline about-when who learned still-loud", """
        Doors at home, and who slammed them | 1998 | growing-up | Be quiet when it gets loud | in-between
        A secret of mine in the school yard | 2004 | friend | Say less | silent
        The second flat | 2023-03 | earlier-partner | Check what you are told | very-loud
        The years before it, seen again | 2019 | earlier-partner | Nothing was as it looked | loud
        The call from the bank | 2023-05 | earlier-partner | - | in-between
        The summer of the house move | - | - | - | -
    """)}),
    note("which-rule-changed", "02-09", {
        "rule": "that I would notice.", "feelings": ["doubt", "shame"], "safe-before": 5, "safe-after": 1, "safe-now": 3,
        "predictable-before": 5, "predictable-after": 1, "predictable-now": 3,
    }),
    note("small-shares", "02-10", {"topics": rows("topic want with-whom step", """
        That I count the minutes when somebody is late | yes | my partner | 1
        A friendship that ended over a secret | yes | my partner | 1
        Why I like to have my own keys | yes | my partner | 2
        The second flat | not-sure | - | 4
        What I was like in the months after | no | - | 5
        The call from the bank | not-sure | my sister | 3
    """)}),
    note("what-trust-looks-like", "02-15", {
        "cards": cards(
            essential="told-early, hard-truth, own-mistakes, small-promises", good_to_have="message, laughing, planned-time, money",
            not_for_me="side", not_sure="own-friends, no-accepted",
        ),
        "in-my-words": "Being told before I find out.",
    }),
    note("old-trust-new-trust", "02-22", {"lines": rows("then now there", """
        I never asked | I ask once, and listen | in-part
        We shared everything | We each have a door of our own | yes
    """)}),
    note("our-agreements", "04-19", {
        "rules": rows("rule proposed-by both-agree", """
            A message when it gets later than ten | me | yes
            Phones stay with whoever they belong to | me | yes
            One evening a week each for friends | me | not-yet
        """),
        "pause-word": "Lemon",
        "with-myself": rows("rule", "I ask before I look"),
    }),
    note("what-this-rests-on", "07-19", {
        "then-and-now": rows("then now", "Knowing where someone is | Knowing that I will be told"),
        "actions": rows("what when", """
            Told me about the lost job on the same day | 2026-03-06
            Came back to the talk, without my asking | 2026-05-25
        """),
        "hard-talks": rows("about showed", "The cancelled weekend | That a plan can change and I am still thought of"),
        "chosen-honesty": rows("what by", "The parking fine, before I saw it | them"),
        "i-bring": rows("what", "I say it on the same day now"),
    }),
    note("what-trust-looks-like", "11-15", {
        "cards": cards(
            essential="no-accepted, own-friends, own-phone, bad-mood, own: Being able to leave a room",
            good_to_have="message, told-early, small-promises", not_for_me="side, planned-time", not_sure="hard-truth",
        ),
        "in-my-words": "Not having to think about the next sentence.",
    }),
    note("letter-to-me", "11-22", {
        "letter": "You are allowed to be wrong about people. You are also allowed to be right.", "open-on": "2027-02-22",
    }),
]  # fmt: skip

DAYS = log("weather", "weather word energy", """
    02-02 anxious | tight | 2
    02-03 anxious | | 2
    02-05 mixed | waiting
    02-06 mixed
    02-10 calm | light | 3
    02-13 mixed | | 3
    02-14 anxious | cold hands | 2
    02-20 mixed
    02-24 calm
    03-01 mixed | tired | 2
    03-04 calm
    03-07 anxious
    03-12 calm | soup
    03-18 open | warm | 4
    03-21 mixed
    03-22 calm | ησυχία | 4
    03-30 calm
    04-03 open
    04-08 calm
    04-11 calm | | 4
    04-17 open | sun | 5
    04-23 mixed
    05-02 open | | 4
    05-06 calm
    05-10 open | the sea | 5
    05-16 calm
    05-24 mixed
    05-29 calm | packing | 2
    07-03 mixed | boxes | 2
    07-09 calm
    07-14 calm | | 3
    07-22 open | | 4
    07-28 calm
    08-05 mixed
    08-11 mixed | eggshells | 2
    08-18 anxious
    08-22 stormy | | 1
    08-23 stormy | nothing | 1
    08-26 calm | flowers | 3
    08-30 open | | 4
    09-05 calm
    09-12 stormy | small | 1
    09-13 anxious | | 1
    09-15 mixed
    09-20 calm | | 3
    09-25 calm
    10-02 calm | quiet | 3
    10-06 open
    10-11 calm | quiet | 3
    10-19 mixed
    10-27 calm | still | 2
    11-03 mixed
    11-07 calm | my sister | 4
    11-13 anxious | counting | 2
    11-18 mixed
    11-21 anxious | | 2
    11-27 mixed | γρήγορα | 2
""", "07:40")  # fmt: skip

GOOD = log("one-good-decision", "self-trust size decision felt", """
    02-04 3 | small | I went for a walk instead of writing again.
    02-09 4 | big | I looked at the bank papers myself. | As if my hands were my own.
    02-17 3 | small | I left the party when I was tired.
    02-26 4 | small | I asked one question and believed the answer.
    03-05 5 | - | I took the job with less money and more mornings.
    03-15 5 | small | I did not look at the phone on the table.
    03-28 6 | small | I said no to a second visit.
    04-10 6 | small | I kept Sunday for myself.
    04-21 6 | big | I said that I am not ready to share a flat. | Firm, and kind.
    05-08 7 | small | I booked the trip to the sea.
    05-20 7 | small | I let the message wait until I was home.
    07-10 6 | small | I chose the smaller room, with the window.
    07-25 7 | small | I told my sister how it was, and not how it looks.
    08-10 5 | small | I stayed in my own flat for two nights.
    08-24 4 | big | I did not go to the party. | I do not know if it was my decision.
    09-14 3 | - | I said nothing more about dinner.
    10-04 4 | small | I put the spare key at my sister's.
    10-24 4 | small | I wore the coat that I like.
    11-06 5 | big | I told my sister about August. | Shaking, and right.
    11-16 5 | small | I kept my phone in my pocket all evening.
    11-20 6 | big | I wrote the number of the helpline on a card without a name.
    11-28 6 | small | I did my own shopping, alone.
""")  # fmt: skip

ALARMS = log("trigger", "before after kind said minutes type event story", """
    02-05@23:40 8 | 5 | echo | wrote-it-down | hours | late-reply | No answer for three hours. | That there is somebody else.
    02-12 7 | 4 | echo | told-partner | half-hour | change-of-plans | Dinner was moved to Friday.
    02-19 6 | 3 | echo | told-partner | few | phone-or-message | The phone lay face down.
    02-27 7 | 5 | unknown | told-friend | hours | other-people | A name that I did not know.
    03-07 6 | 3 | echo | told-partner | half-hour | late-reply | A late reply
    03-20 8 | 4 | echo | told-partner | half-hour | change-of-plans | The weekend was off. | That it begins again.
    04-02 5 | 2 | echo | walk | few | place-or-date | The street with the second flat
    04-14 5 | 3 | echo | told-partner | few | time-apart | Two days at a fair
    04-28 4 | 2 | echo | told-partner | few | late-reply | A late reply
    05-12 5 | 2 | echo | wrote-it-down | half-hour | something-did-not-fit | A receipt for two
    05-24 6 | 3 | echo | told-partner | half-hour | place-or-date | That song, in a shop
    07-06 5 | 3 | echo | told-partner | few | time-apart | First night in the new flat
    07-21 4 | 2 | echo | told-partner | few | late-reply | A late reply
    08-04 6 | 4 | echo | kept-for-now | hours | words-or-tone | A short answer, and a look
    08-12 6 | 4 | echo | kept-for-now | hours | words-or-tone | “With whom?”, three times
    08-17 7 | 4 | unknown | kept-for-now | hours | words-or-tone | A door that closed hard | It is only how I was raised.
    08-23 9 | 5 | echo | kept-for-now | a-day | words-or-tone | Steps on the stairs
    09-07 7 | 4 | echo | wrote-it-down | half-hour | words-or-tone | A glass put down hard
    09-13 9 | 6 | unknown | kept-for-now | a-day | silence | Silence until noon
    09-29 6 | 3 | echo | kept-for-now | hours | phone-or-message | My phone was in another place.
    10-16 6 | 4 | echo | kept-for-now | hours | words-or-tone | “Who was that?”
    11-05 7 | 5 | unknown | told-friend | hours | words-or-tone | The same look as in August
    11-13 8 | 6 | now | wrote-it-down | a-day | words-or-tone | I count my words before I say them. | That it is not an echo.
    11-21 8 | 7 | now | told-friend | still-there | words-or-tone | The door again
""")  # fmt: skip

WEEKS = log("weekly-check-in", "calm-talks open-honest warmth future-talk secure compared example", """
    02-08 3 | 2 | 3 | 2 | 2 | same | We cooked.
    02-15 3 | 3 | 3 | 2 | 2 | same
    02-22 3 | 3 | 3 | 2 | 3 | more
    03-08 3 | 3 | 3 | 2 | 3 | same | The truth about the job.
    03-15 4 | 3 | 3 | 3 | 3 | more
    03-22 3 | 3 | 4 | 3 | 3 | same | Soup and cards.
    04-05 4 | 4 | 4 | 3 | 3
    04-12 4 | 4 | 3 | 3 | 4 | more
    04-26 4 | 4 | 4 | 3 | 4 | same
    05-03 4 | 4 | 4 | 3 | 4
    05-17 4 | 4 | 4 | 3 | 4 | same | The sea.
    05-24 3 | 4 | 4 | 3 | 3 | less
    07-05 4 | 4 | 4 | 3 | 4 | same
    07-12 4 | 4 | 4 | 3 | 4
    07-26 4 | 3 | 4 | 3 | 4 | same
    08-09 3 | 3 | 3 | 3 | 3 | less
    08-16 3 | 3 | 3 | 3 | 3 | less
    08-30 4 | 3 | 5 | 4 | 4 | more | Flowers, and breakfast in bed.
    09-06 4 | 3 | 5 | 4 | 4 | same
    09-13 2 | 3 | 3 | 3 | 2 | less
    09-20 4 | 3 | 5 | 4 | 3 | more | A sorry with tears.
    09-27 4 | 2 | 5 | 4 | 4 | same
    10-04 4 | 2 | 5 | 4 | 4 | same | Plans for one flat.
    10-11 4 | 2 | 5 | 5 | 4
    10-18 4 | 2 | 5 | 4 | 3 | same
    10-25 4 | 2 | 5 | 5 | 4 | same
    11-08 4 | 1 | 5 | 4 | 3 | same
    11-15 4 | 1 | 5 | 5 | 3
    11-29 4 | 1 | 5 | 5 | 3 | less | We looked at flats.
""")  # fmt: skip

TALKS = log("hard-talk", "start peak end minutes escalated root listened-me listened-them repaired afraid", """
    02-14 5 | 6 | 4 | half-hour | no | Texting when it gets late | 4 | 4 | yes | 1
    03-06 3 | 5 | 2 | hour | no | The lost job | 4 | 4 | yes | 1
    03-21 5 | 6 | 3 | half-hour | no | The cancelled weekend | 3 | 4 | yes | 1
    04-20 4 | 4 | 2 | half-hour | no | One flat or two | 4 | 4 | yes
    05-25 4 | 5 | 2 | half-hour | no | That I go quiet | 4 | 5 | yes | 1
    07-15 4 | 5 | 3 | half-hour | no | Boxes, and whose turn it is | 4 | 3 | yes
    08-29 3 | 4 | 2 | half-hour | no | The party | 4 | 3 | yes
    09-12@23:10 5 | 10 | 3 | longer | yes | What I said at dinner | 4 | 1 | yes | 4
    10-10 2 | 3 | 2 | ten | no | Nothing, I let it go | 5 | 3 | yes
    11-14 3 | 4 | 2 | ten | no | When I come home | 4 | 2 | yes
""")  # fmt: skip

SETBACKS = log("setback-sorter", "safety what normal flags mine see-it", """
    03-21 - | A cancelled weekend | set-off+talked+reassured+committed
    05-24 - | An old song in a shop | old-anxiety+talked+reassured+back-on-track+committed
    08-22@23:50 afraid+threats | The party, and the door | set-off+talked+committed | - | i-dismissed | normal
    09-27 - | A joke about my job, in front of others | talked | dismissed | - | not-clear
    10-18 - | Late from work | set-off+talked+committed | - | i-refused | normal
    11-21 - | The door, as in summer | - | dismissed+old-pattern | - | red-flag
""")  # fmt: skip

URGES = log("urge", "before after choice underneath", """
    02-06 7 | 4 | write | That there is another flat.
    02-21 6 | 3 | tell | That I am the last to know.
    03-13 6 | 4 | walk | The same.
    04-29 5 | 3 | tell | That I ask too much.
    09-30 6 | 6 | wait | That it is found out that I looked.
    11-12 4 | 4 | wait | What happens if it is late again.
""")  # fmt: skip

FEARS = log("what-am-i-afraid-of", "strength learned-from about-now fear learned", """
    02-11 8 | earlier-partner | echo | That there is a second life again | The second flat.
    02-18 7 | earlier-partner | echo | That I am the last to know
    03-02 6 | earlier-partner | echo | That kind words are a cover
    03-25 5 | growing-up | echo | That a raised voice is only the beginning | Doors.
    04-27 4 | friend | echo | That what I tell is passed on
    05-19 5 | earlier-partner | echo | That there is a second life again
    09-16 8 | growing-up | both | That a raised voice is only the beginning
    10-20 7 | this-relationship | unknown | That I say the wrong thing at dinner
    11-14 8 | this-relationship | now | What happens when I say no
""")  # fmt: skip

SHARES = log("after-a-share", "met told-to shared-on topic-shared feeling see-it", """
    02-13 care | partner | 2026-02-12 | That I count the minutes when somebody is late | lighter
    02-25 care | partner | - | A friendship that ended over a secret
    03-14 care | partner | 2026-03-14 | Why I like to have my own keys | seen
    04-06 mixed | friend | - | The call from the bank
    05-11 care | partner | 2026-05-10 | The second flat | emptied out
    07-18 care | partner | - | That the new flat is loud at night
    09-21 care | partner | 2026-09-20 | That loud voices frighten me
    10-24 care | partner | - | That I miss my own kitchen
""")  # fmt: skip

WINS = log("small-wins", "area shared-with win", """
    02-13 openness | my partner | I said that I count minutes, and nobody laughed.
    02-28 judgement | - | I did not ask twice.
    03-14 closeness | my partner | We sat on the stairs with our keys and talked.
    03-29 self-kindness | - | Slept until nine.
    04-12 everyday | - | Tomatoes on the sill.
    04-20 hard-talk | my partner | Two flats, and nobody was hurt.
    05-10 closeness | my partner | The sea, and no phone.
    05-25 hard-talk | my partner | We came back to it the next day.
    07-22 everyday | - | The window in the small room.
    08-30 closeness | my partner | Breakfast in bed, like in spring.
    09-20 closeness | my partner | A sorry, and a long walk.
    10-11 closeness | my partner | We laughed in the kitchen.
    11-07 openness | my sister | I told it from beginning to end.
    11-20 judgement | - | The card is in my shoe.
""")  # fmt: skip

THINGS = log("one-reliable-thing", "side who quality thing", """
    02-07 for | other | reliable | The message came at ten
    02-16 unclear | other | - | Home an hour late, with a story
    02-23 for | me | honest | I said that I was jealous
    03-06 for | other | honest | The truth about the job, on the same day
    03-19 for | other | there | Sat with me and asked nothing
    03-27 unclear | other | - | The phone went to the other room
    04-04 for | other | reliable | Picked me up in the rain
    04-18 for | me | reliable | I called when I had said
    04-25 for | other | honest | The parking fine, told before I saw it
    05-07 for | other | there | Listened with the radio off
    05-21 for | other | reliable | Carried the boxes on Saturday
    07-11 for | other | reliable | The shelf is on the wall
    07-24 for | other | there | Tea at the bed when I was ill
    08-06 unclear | other | - | Wanted to know who called
    08-15 against | other | - | Wrote eleven times while I was at my sister's
    08-22@23:55 against | other | - | Stood in the door, and I could not get out
    08-27 for | other | there | Flowers, and a letter
    08-31 for | other | reliable | Came home early, three days in a row
    09-08 for | other | there | Cooked every evening
    09-12@23:30 against | other | - | The plate
    09-19 for | other | honest | Said that it was wrong
    09-28 for | other | there | A weekend planned for me
    10-05 for | other | reliable | Picks me up from work every day now
    10-13 for | other | there | Wrote to me at lunch, every day
    10-22 unclear | other | - | Chose my coat
    11-01 for | other | reliable | Drove me to my sister and waited outside
    11-17 unclear | other | - | Has my diary in mind better than I do
    11-24 against | me | - | I said that I was at work, and I was not
""")  # fmt: skip

PROMISES = log("promises", "by outcome said-on due promise", """
    02-08 me | kept | 2026-02-08 | 2026-02-14 | Say it when I am jealous
    02-20 them | kept | - | 2026-02-27 | Show me the new office
    03-10 me | kept | - | 2026-03-15 | Leave the phone alone
    03-16 them | late-but-told | - | 2026-03-20 | The weekend at the lake
    04-02 me | kept | - | 2026-04-12 | Ask once
    04-19 them | kept | - | 2026-04-26 | A message when it gets later than ten
    05-05 me | changed-together | - | 2026-05-10 | Meet the parents
    05-22 them | kept | - | 2026-05-28 | Help with the boxes
    07-13 me | kept | - | 2026-07-20 | Answer before midnight
    07-30 them | kept | - | 2026-08-02 | Fix the lamp
    08-26 them | kept | 2026-08-26 | 2026-08-31 | No shouting
    08-28 me | kept | - | 2026-08-31 | Say where I am
    09-15 them | not-kept | 2026-09-13 | 2026-09-30 | Call the counsellor
    09-17 me | kept | - | 2026-09-30 | Be home by seven
    10-08 them | kept | - | 2026-10-09 | Pick me up every day
    10-15 me | kept | - | 2026-10-31 | No visits without telling first
    11-10 me | not-kept | - | 2026-11-15 | Not to speak of August again
""")  # fmt: skip

SIGNS = log("nine-signs", "ease affection affection-free laughter my-defensiveness their-defensiveness "
            "curiosity future-talk partnership free-no", """
    02-28 not-yet | sometimes | yes | sometimes | not-yet | sometimes | sometimes | not-yet | not-yet | not-yet
    03-31 sometimes | sometimes | yes | sometimes | sometimes | sometimes | often | not-yet | sometimes | sometimes
    04-30 often | often | yes | often | sometimes | often | often | sometimes | often | often
    05-31 often | often | yes | often | often | often | often | sometimes | often | often
    07-31 often | often | yes | sometimes | often | often | often | sometimes | often | sometimes
    08-31 sometimes | often | partly | sometimes | sometimes | sometimes | sometimes | often | sometimes | not-yet
    09-30 sometimes | often | partly | often | often | sometimes | sometimes | often | sometimes | not-yet
    10-31 sometimes | often | no | often | often | often | sometimes | often | often | not-yet
    11-29 sometimes | often | no | often | often | often | sometimes | often | often | not-yet
""")  # fmt: skip

MONTHS = log("more-secure", "compared comes-from", """
    02-28 3 | It is new.
    03-31 4 | That I am told things.
    04-30 4 | Two flats.
    05-31 4 | The sea.
    07-31 3 | The move.
    08-31 2 | I do not know.
    09-30 4 | Flowers.
    10-31 3 | It is quiet.
    11-29 2 | August.
""")  # fmt: skip

INSIDE = (
    log("four-signs", "holding-back overshadowed scanning growing-doubt", """
    02-15 4 | 3 | 4 | 4
    03-15 3 | 3 | 3 | 3
    04-19 2 | 2 | 2 | 2
    05-24 2 | 2 | 2 | 2
    07-19 2 | 2 | 2 | 2
    08-30 4 | 2 | 3 | 2
    10-11 5 | 2 | 4 | 2
    11-15 5 | 3 | 5 | 2
""")
    + log("three-needs", "patience open-talk kindness", """
    02-22 2 | 2 | 2
    04-26 3 | 4 | 3
    07-26 4 | 4 | 3
    09-27 4 | 2 | 2
    11-22 3 | 2 | 3
""")
    + log("three-qualities", "reliable honest there action", """
    03-01 4 | 4 | 3 | I called my sister.
    05-17 4 | 4 | 4
    10-25 5 | 2 | 4 | I was home by seven, each day.
""")
    + log("loop-or-path", "topic new feeling question next-step can-stop see-it", """
    02-16 The second flat | loop | loop | loop | loop | neither
    03-17 The cancelled weekend | path | path | path | path | path
    04-22 One flat or two | path | path | path | path | path
    08-25 What I did wrong on Saturday | loop | loop | loop | loop | loop
    09-14 What I did wrong at dinner | loop | loop | loop | loop | loop | loop
    10-28 How to say it so that it stays quiet | loop | neither | path | loop | neither
    11-08 What my sister said | path | path | path | path | path
""")
    + log("support-signs", "no-movement replaying cannot-shift circles dread guard-up talk-worse see-it which what-helped", """
    03-08 never | some | some | never | some | never | never | not-clear
    07-27 never | never | never | never | some | never | never | not-clear
    11-22 some | most | most | never | nearly | most | most | clear-reason | individual | My sister.
""")
    + log("brave-step", "area size done step how-it-went", """
    02-22 between-us | small | did-it | Say that I was jealous | It was said, and it was over.
    04-21 between-us | big | did-it | Say no to one flat
    10-30 between-us | middle | let-go | Say that I want my evenings back
    11-06 inside-me | big | did-it | Tell my sister
""")
    + log("conversation-card", "topic goal they-may-feel met closer felt-safe did", """
    03-20 The weekend | To hear a new date | Torn | care | 4 | yes | said-back+gave-space
    05-24 That I go quiet | Not to be asked at once | - | care | 4 | yes | asked-feeling
""")
    + log("kinder-words", "believed-before believed-after critic kinder", """
    02-19 8 | 5 | I am impossible to live with. | You were lied to for years. It takes time.
    09-14 9 | 8 | I make every evening worse. | I do not know what I would say.
""")
)  # fmt: skip

JOURNAL = log("journal", "tags text", """
    02-01 question | Is it possible to learn this at my age?
    02-12 kind-moment | Dinner was moved, I said it was hard, and the answer was a chair pulled out beside me.
    02-20 hard-moment+fear | The phone face down. I know that phones lie somehow. I know it and I look.
    03-06 learned | A lost job, told at the door, with the coat still on. I would have hidden it.
    03-22 kind-moment | Βράδυ στο μπαλκόνι. Δεν φοβήθηκα τίποτα.
    04-17 - | Sun on the stairs. Nothing to report, and that is the report.
    05-10 kind-moment | The sea. I slept in the car and nobody minded.
    05-30 - | Packing. I found the letters and threw them away.
    07-02 - | I am back. June was boxes.
    07-23 learned | Being ill beside someone is also a test, and it was easy.
    08-16 question | Why do I hide who I had coffee with?
    08-23@03:20 hard-moment | Δεν μπορώ να κοιμηθώ. Η πόρτα.
    08-27 kind-moment | Flowers. Perhaps I make too much of it.
    09-13 hard-moment | I was afraid. I write it here and nowhere else.
    09-24 kind-moment | Three good weeks, nearly. It was only that one evening.
    10-09 for-therapist | I have not seen my friends since September. It was nobody's rule.
    10-26 decision | No more notes about August.
    11-07 hard-moment+for-therapist | My sister said: you describe a door, and you describe it three times.
    11-21 hard-moment | Again. Η πόρτα πάλι.
    11-23 - | I hid the card. I feel like the one with the secret now.
""", "22:15")  # fmt: skip

PUT_OFF = put_off("""
    02-25 weather not-today
    05-27 weekly-check-in not-today
    06-03 weather rest
    08-22 weekly-check-in not-today
    09-14 hard-talk not-today
    11-25 journal not-today
""")  # fmt: skip

DELETED = {"journal 10-26": "2026-10-27T07:05:00+01:00", "urge 09-30": "2026-10-01T06:50:00+02:00"}

NOTES = all_notes(
    ONCE, DAYS, GOOD, ALARMS, WEEKS, TALKS, SETBACKS, URGES, FEARS, SHARES, WINS, THINGS, PROMISES, SIGNS, MONTHS, INSIDE, JOURNAL, PUT_OFF,
    deleted=DELETED,
    earlier={
        "which-rule-changed 02-09": ("2026-07-19T21:00:00+02:00", {"rule": "that I would notice.", "safe-now": 2}),
        "journal 08-27": ("2026-11-07T23:00:00+01:00", {"text": "Flowers. It will not happen again."}),
        "what-am-i-afraid-of 10-20": ("2026-11-02T21:00:00+01:00", {"fear": "That I say the wrong thing at dinner", "strength": 5}),
    },
    drafts=("letter-to-me 11-22",),
)  # fmt: skip
