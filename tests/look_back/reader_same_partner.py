"""The reader with the same partner, for whom things do not get better.

In December a betrayal came out; the notes begin two months later, when it is still new. The partner is sorry in words. A counsellor is
promised in February, in May and in October, and never called. There is no threat and no fear of harm: there is a talk that goes round,
and a quiet house. The reader checks the phone on most evenings and is ashamed of it. Two weeks by the sea in May are good, and the
weeks after them are the hardest of the year. In August there is no note at all. In autumn a few promises are kept, small ones. By the
reader's own count no month is more secure than the one before it. The board “Something new, or not?” still says that nothing is
decided. Some notes are in Arabic, which a grandparent spoke.

What has to hold: nothing on the page says that it gets better, or that it is the reader's doing that it does not; what the partner did
not do is as plain as what the partner did; and no sentence says stay or go (R-44, R-45; hazards 5, 13 and 14).
"""

from note_lines import Notes, all_notes, cards, log, note, put_off, rows

ONCE: Notes = [
    note("where-am-i-now", "02-03", {"situation": "same-partner", "time-since": "1-to-3-months", "wish": "To know if this can hold."}),
    note("glass-or-seed", "02-07", {
        "leave": rows("piece", "Looking for the one sentence that explains it"),
        "seed": "An evening a week without that subject.",
        "soil": rows("what seen", "The phone lies on the table | seen\nThere is talk of a counsellor | hoped"),
    }),
    note("which-rule-changed", "02-08", {
        "rule": "that we do not lie to each other.", "feelings": ["hurt", "anger", "doubt"], "body-note": "Below the ribs.",
        "safe-before": 5, "safe-after": 1, "safe-now": 2, "predictable-before": 4, "predictable-after": 1, "predictable-now": 2,
    }),
    note("promise-map", "02-14", {
        "promises": rows("text said other-knew how-it-broke", """
            No secrets about money | spoken | yes | An account
            Only us | understood | yes | Since summer
        """),
        "about": ["lies", "unfaithful", "money"],
    }),
    note("build-or-not", "02-15", {
        "board": rows("text column when", """
            The number of the counsellor, dialled | need-to-see
            The account was closed | have-seen | 2026-02-01
            Whether they still write | not-known
            One more lie about money | not-acceptable
        """),
        "present-answer": "undecided", "review-on": "2026-05-15", "see-it": "not-known",
    }),
    note("old-trust-new-trust", "02-22", {"lines": rows("then now there", """
        I never looked | I am told before I look | not-yet
        One account for all | Two, and both are open | in-part
    """)}),
    note("trust-timeline", "04-26", {"events": rows("headline about-when who learned still-loud", """
        December, the kitchen table | 2025-12-11 | this-relationship | What is calm is not true | very-loud
        The account | 2025-11 | this-relationship | Ask for papers | loud
        My parents, and the word “guest” | 1994 | growing-up | - | quiet
    """)}),
    note("what-trust-looks-like", "02-21", {
        "cards": cards(
            essential="hard-truth, money, own-mistakes, sorry", good_to_have="planned-time, message, after-a-fight", not_sure="side",
        ),
        "in-my-words": "No more finding out.",
    }),
    note("what-trust-looks-like", "05-17", {
        "cards": cards(
            essential="hard-truth, own-mistakes, sorry", good_to_have="planned-time, laughing, after-a-fight, free-touch",
            not_for_me="message",
        ),
        "in-my-words": "A sorry that has a date in it.",
    }),
    note("our-agreements", "03-08", {
        "rules": rows("rule proposed-by both-agree review-on", """
            Both accounts are open | me | yes | 2026-06-01
            No name is mentioned at dinner | them | yes
            The counsellor is called by the end of the month | me | yes
            Fridays without phones | me | not-yet
        """),
        "with-myself": rows("rule", "I do not read messages at night\nI go to choir whatever happens"),
    }),
    note("whose-work", "06-28", {
        "tasks": cards(mine="my-pain, my-alarms, my-decision", theirs="their-word, their-honesty, their-responsibility", nobody="guessing"),
        "weight": 5, "willing-me": 4, "willing-them": 2, "willing-talked": "a-little", "see-it": "carrying-theirs",
    }),
    note("what-this-rests-on", "05-24", {
        "then-and-now": rows("then now", "We have been together so long | What I see in a week"),
        "actions": rows("what when", "The account was closed | 2026-02-01"),
        "i-bring": rows("what", "I say what I saw, without shouting"),
    }),
    note("build-or-not", "11-08", {
        "board": rows("text column when", """
            The number of the counsellor, dialled | need-to-see
            The account was closed | have-seen | 2026-02-01
            Whether there is a second account | not-known
            One more lie about money | not-acceptable
        """),
        "present-answer": "undecided", "see-it": "not-known",
    }),
]  # fmt: skip

DAYS = log("weather", "weather word energy", """
    02-03 stormy | | 1
    02-04 anxious | thin | 2
    02-06 anxious
    02-09 stormy | | 1
    02-12 mixed | | 2
    02-15 anxious
    02-19 anxious | tight
    02-22 mixed
    02-27 stormy
    03-03 anxious | | 2
    03-06 mixed
    03-09 anxious
    03-14 mixed | | 3
    03-17 anxious
    03-21 stormy | again | 1
    03-26 mixed
    04-01 anxious
    04-04 mixed | choir | 3
    04-09 anxious
    04-13 mixed
    04-18 anxious | | 2
    04-24 mixed
    04-30 anxious
    05-04 mixed
    05-09 calm | salt | 4
    05-11 calm
    05-13 open | | 4
    05-16 calm | nearly | 4
    05-20 mixed
    05-26 stormy | | 1
    05-28 stormy | nothing | 1
    06-02 stormy
    06-06 anxious | | 2
    06-11 stormy
    06-17 anxious
    06-23 anxious | | 2
    06-29 mixed
    07-04 anxious
    07-10 stormy | | 1
    07-16 anxious
    07-22 mixed | heat
    07-29 anxious
    09-02 mixed | | 2
    09-07 anxious
    09-11 mixed
    09-18 anxious | | 2
    09-24 mixed
    09-30 anxious
    10-05 mixed | choir | 3
    10-09 anxious
    10-14 stormy | | 1
    10-20 mixed
    10-25 anxious
    10-31 mixed
    11-04 anxious | | 2
    11-09 mixed
    11-14 anxious
    11-19 stormy
    11-23 mixed | | 2
    11-28 anxious
""", "07:10")  # fmt: skip

WEEKS = log("weekly-check-in", "calm-talks open-honest warmth future-talk secure compared example", """
    02-08 2 | 2 | 1 | 1 | 1 | same
    02-15 2 | 2 | 2 | 1 | 1 | same
    02-22 2 | 3 | 2 | 1 | 2 | more | We watched a film.
    03-08 2 | 3 | 2 | 1 | 2 | same
    03-15 1 | 2 | 2 | 1 | 1 | less
    03-29 2 | 2 | 2 | 1 | 2 | same
    04-05 2 | 3 | 2 | 2 | 2 | same
    04-19 2 | 2 | 2 | 1 | 2
    04-26 2 | 3 | 2 | 2 | 2 | same
    05-10 4 | 4 | 4 | 2 | 3 | more | The beach, and no subject.
    05-17 4 | 3 | 4 | 3 | 3 | more
    05-31 1 | 2 | 1 | 1 | 1 | less | A letter from a bank.
    06-07 1 | 2 | 1 | 1 | 1 | same
    06-14 2 | 2 | 1 | 1 | 1 | same
    06-28 2 | 2 | 2 | 1 | 1
    07-05 2 | 2 | 2 | 1 | 2 | same
    07-19 1 | 2 | 2 | 1 | 1 | less
    09-06 2 | 2 | 2 | 1 | 2 | same
    09-20 2 | 3 | 2 | 1 | 2
    10-04 2 | 2 | 2 | 2 | 2 | same
    10-18 1 | 2 | 2 | 1 | 1 | less
    11-01 2 | 2 | 2 | 1 | 2 | same
    11-15 2 | 2 | 2 | 1 | 2 | same
    11-29 2 | 2 | 2 | 1 | 1 | same
""")  # fmt: skip

TALKS = log("hard-talk", "start peak end minutes escalated root listened-me listened-them repaired afraid", """
    02-05 7 | 9 | 7 | longer | for-a-moment | December | 3 | 2 | not-yet | 1
    02-10 6 | 8 | 6 | hour | no | Where the money was | 3 | 2 | no | 1
    02-24 5 | 8 | 7 | hour | no | December | 3 | 1 | no
    03-12 6 | 8 | 6 | hour | no | The counsellor | 4 | 2 | not-yet | 1
    03-20 5 | 9 | 8 | longer | yes | December | 2 | 1 | no | 1
    04-08 6 | 7 | 6 | half-hour | no | Who I told | 3 | 2 | partly
    04-22 5 | 7 | 6 | hour | no | Where the money was | 3 | 2 | no | 1
    05-15 3 | 4 | 2 | half-hour | no | What a good day is | 4 | 4 | yes | 1
    05-27 8 | 10 | 9 | longer | yes | The letter from the bank | 2 | 1 | no | 1
    06-09 7 | 9 | 7 | hour | no | December | 3 | 1 | not-yet
    06-20 6 | 8 | 7 | hour | no | December | 3 | 1 | no | 1
    07-09 7 | 9 | 8 | hour | for-a-moment | The counsellor | 3 | 1 | no | 1
    09-10 5 | 7 | 6 | half-hour | no | Where the money was | 4 | 2 | not-yet
    10-02 5 | 7 | 5 | hour | no | The counsellor | 4 | 2 | partly | 1
    10-13 6 | 9 | 7 | hour | no | December | 3 | 1 | no | 1
    10-29 6 | 8 | 7 | half-hour | no | What I write here | 3 | 1 | no
    11-05 6 | 8 | 6 | hour | no | December | 3 | 2 | not-yet | 1
    11-12 6 | 7 | 6 | half-hour | no | Christmas, and where | 4 | 2 | no
    11-26 5 | 8 | 7 | hour | no | The counsellor | 3 | 1 | no | 1
""")  # fmt: skip

SETBACKS = log("setback-sorter", "safety what normal flags mine see-it", """
    02-20 - | A name on the screen | old-anxiety+talked | - | - | not-clear
    03-21 - | The same answer as in December | set-off | refused+dismissed | i-dismissed
    04-10 - | It was “only a word” | - | dismissed | - | not-clear
    05-27 - | The letter from the bank | set-off | repeated+old-pattern
    06-13 - | No talk for four days | - | refused | i-refused
    07-10 - | The counsellor was not called, again | - | repeated
    09-11 - | A closed door, a closed laptop | old-anxiety | refused | - | not-clear
    10-14 - | “When will this be over?” | set-off+talked | dismissed+refused
    11-19 - | A laugh about my notes | - | dismissed+old-pattern
""")  # fmt: skip

URGES = log("urge", "before after choice underneath", """
    02-04 9 | 6 | checked | That they still write.
    02-06 8 | 7 | checked | The same.
    02-10 9 | - | checked | That I am stupid twice.
    02-17 7 | 5 | write | That they still write.
    02-26 8 | 6 | checked | A new number.
    03-04 7 | 4 | walk | That I find something.
    03-11 8 | 8 | checked | That they still write.
    03-19 8 | 6 | checked | Money.
    03-27 7 | 5 | wait | That I find nothing and still do not believe it.
    04-06 8 | 6 | checked | The same.
    04-16 7 | 4 | write | That they still write.
    04-29 8 | 7 | checked | The same.
    05-26 10 | 8 | checked | The account.
    05-30 9 | 8 | checked | The account.
    06-05 9 | - | checked | The account.
    06-16 8 | 6 | walk | That they still write.
    06-27 8 | 7 | checked | The same.
    07-12 8 | 6 | checked | The same.
    07-24 7 | 5 | write | That it is me.
    09-08 7 | 6 | checked | The same.
    09-22 7 | 4 | wait | That they still write.
    10-12 8 | 7 | checked | The same.
    10-27 7 | 5 | tell | That I cannot stop.
    11-10 8 | 6 | checked | That they still write.
    11-22 7 | 5 | write | That it stays like this.
""", "23:20")  # fmt: skip

ALARMS = log("trigger", "before after kind said minutes type event story", """
    02-05 9 | 8 | now | kept-for-now | a-day | phone-or-message | The phone went under a cushion.
    02-13 8 | 6 | unknown | told-partner | hours | late-reply | Two hours, on a Friday
    02-25 8 | 7 | unknown | told-partner | hours | something-did-not-fit | A bill for two
    03-10 7 | 7 | now | told-partner | hours | words-or-tone | “You again with that.”
    03-24 8 | 6 | echo | wrote-it-down | hours | place-or-date | The street of the hotel
    04-07 7 | 5 | unknown | walk | half-hour | time-apart | A night shift
    04-20 7 | 6 | now | told-partner | hours | silence | No answer at table
    05-14 4 | 2 | echo | told-partner | few | other-people | A waiter, a smile
    05-26 10 | 9 | now | told-partner | still-there | something-did-not-fit | The letter from the bank
    06-08 9 | 8 | now | told-friend | a-day | phone-or-message | A code was changed.
    06-21 8 | 7 | unknown | kept-for-now | hours | late-reply | A late reply
    07-08 8 | 8 | now | told-partner | a-day | words-or-tone | “I said sorry, what else?”
    07-25 7 | 5 | unknown | wrote-it-down | hours | time-apart | A weekend course
    09-09 7 | 6 | unknown | kept-for-now | hours | phone-or-message | The screen turned away.
    10-11 8 | 7 | now | told-partner | hours | words-or-tone | “When will this be over?”
    11-18 8 | 7 | now | kept-for-now | a-day | words-or-tone | A laugh about my notes
""")  # fmt: skip

FEARS = log("what-am-i-afraid-of", "strength learned-from about-now fear learned", """
    02-09 9 | this-relationship | now | That they still write to each other
    02-16 8 | this-relationship | both | That I would not notice it again
    02-28 7 | growing-up | echo | That I am a guest here | A word at my parents' table.
    03-18 8 | this-relationship | now | That there is more money somewhere
    04-14 6 | others | unknown | That everybody knew
    05-30 10 | this-relationship | now | That there is more money somewhere
    06-25 8 | this-relationship | now | That they still write to each other
    09-23 7 | not-known | unknown | That I get used to it
    11-11 8 | this-relationship | now | That they still write to each other
""")  # fmt: skip

SHARES = log("after-a-share", "met told-to shared-on topic-shared feeling see-it", """
    02-18 mixed | partner | 2026-02-18 | That I cannot sleep | half heard
    03-28 care | friend | - | December
    05-13 care | partner | 2026-05-12 | What I liked before all this
    06-19 not | partner | 2026-06-19 | That I check the phone | small
    10-30 not | partner | 2026-10-29 | That I write notes here | foolish
""")  # fmt: skip

WINS = log("small-wins", "area shared-with win", """
    02-22 everyday | - | A film to the end.
    04-04 self-kindness | choir | Two hours in which I only breathed.
    05-09 closeness | my partner | We swam until it was dark.
    05-13 everyday | my partner | Breakfast, and no subject.
    09-05 limits | - | I slept in the other room and it was my choice.
    10-05 self-kindness | choir | Alto, second row.
    11-21 judgement | - | I saw the letter and I believed my eyes.
""")  # fmt: skip

GOOD = log("one-good-decision", "self-trust size decision", """
    02-11 2 | small | I ate something.
    02-23 3 | small | I told my friend.
    03-07 2 | small | I closed the laptop at eleven.
    03-30 3 | small | I went to choir.
    04-15 3 | - | I slept at my friend's.
    05-08 4 | small | I left the phone at home for the beach.
    05-18 4 | small | I bought the blue plates.
    06-04 2 | big | I asked for a copy of the papers.
    06-26 2 | small | I went to choir.
    07-15 3 | small | I did not answer at midnight.
    09-04 3 | big | I took the other room.
    09-19 3 | small | I went to choir.
    10-08 3 | small | I wrote down what I saw, with the date.
    10-26 2 | small | I said that I will not laugh about it.
    11-13 3 | big | I asked what an hour of advice would cost.
    11-25 3 | small | I went to choir.
""")  # fmt: skip

THINGS = log("one-reliable-thing", "side who quality thing", """
    02-08 for | other | honest | Told me the name before I asked
    02-16 against | other | - | Said Friday, came on Sunday
    02-23 unclear | other | - | Bread on the table, and nothing said
    03-05 against | other | - | The counsellor: “next week”
    03-13 for | other | there | Stayed at home on Saturday
    03-22 against | other | - | Left the room in the middle of a sentence
    03-31 unclear | other | - | A message with a heart
    04-11 against | other | - | A story with two endings
    04-17 for | me | reliable | I was at choir, each Tuesday
    04-25 against | other | - | Papers in the car
    05-10 for | other | there | Two weeks without a screen
    05-16 for | other | there | Asked how I slept
    05-19 for | other | honest | Said first that it was a bad idea
    05-27 against | other | - | The letter from the bank
    06-03 against | other | - | “I forgot that one”
    06-14 against | other | - | Four days without a word
    06-24 unclear | other | - | Flowers from the petrol station
    07-07 against | other | - | The counsellor: “after the holidays”
    07-18 against | me | - | I read the messages at night
    07-28 unclear | other | - | Came along to choir, and looked at the phone
    09-03 for | me | honest | I said that I moved rooms, and why
    09-13 unclear | other | - | Fixed the tap
    09-26 for | other | reliable | Was home when it was said
    10-07 for | other | reliable | Paid the bill that was theirs
    10-15 against | other | - | “When will this be over?”
    10-28 against | other | - | The counsellor: “in the new year”
    11-07 for | other | reliable | Home at seven, the whole week
    11-16 unclear | other | - | Looked at me for a while
    11-19 against | other | - | Laughed about my notes, with a friend
    11-27 against | me | - | I shouted
""")  # fmt: skip

PROMISES = log("promises", "by outcome said-on due promise", """
    02-06 them | kept | 2026-01-30 | 2026-02-01 | Close the account
    02-08 me | not-kept | - | 2026-02-15 | Not to read messages at night
    02-14 them | not-kept | 2026-02-14 | 2026-02-28 | Call the counsellor
    02-22 me | kept | - | 2026-02-26 | Tell my friend
    03-01 them | not-kept | - | 2026-03-06 | Be home on Friday
    03-08 me | not-kept | - | 2026-03-22 | Not to read messages at night
    03-11 them | late-but-told | - | 2026-03-15 | Show me the papers
    03-16 me | kept | - | 2026-03-31 | Choir on Tuesdays
    04-02 them | not-kept | - | 2026-04-05 | No phone on Sundays
    04-12 me | not-kept | - | 2026-04-19 | An evening without that subject
    04-21 them | kept | - | 2026-05-03 | Book the two weeks
    05-12 them | not-kept | 2026-05-12 | 2026-05-29 | Call the counsellor
    05-18 me | kept | - | 2026-05-24 | Not to ask while we are away
    06-01 me | not-kept | - | 2026-06-14 | Not to read messages at night
    06-10 them | not-known | - | 2026-06-20 | Nothing more from that bank
    07-01 me | changed-together | - | 2026-07-05 | A talk on Sundays only
    07-14 them | not-kept | - | 2026-07-20 | A talk on Sundays only
    09-12 me | not-kept | - | 2026-09-20 | Sleep by midnight
    09-21 them | kept | - | 2026-09-27 | Be home when it is said
    10-03 them | not-kept | 2026-10-02 | 2026-10-23 | Call the counsellor
    10-06 me | not-kept | - | 2026-10-20 | Not to read messages at night
    10-24 me | kept | - | 2026-10-31 | Choir on Tuesdays
    11-02 them | kept | - | 2026-11-08 | Home at seven
    11-09 me | open | - | 2026-12-01 | Ask for advice about money
    11-20 me | not-kept | - | 2026-11-27 | Not to shout
""")  # fmt: skip

SIGNS = log("nine-signs", "ease affection affection-free laughter my-defensiveness their-defensiveness "
            "curiosity future-talk partnership free-no", """
    02-28 not-yet | not-for-me | none | not-yet | not-yet | not-yet | not-yet | not-yet | not-yet | sometimes
    03-31 not-yet | not-for-me | none | sometimes | not-yet | not-yet | not-yet | not-yet | not-yet | sometimes
    04-30 not-yet | not-yet | none | sometimes | not-yet | not-yet | not-yet | not-yet | not-yet | sometimes
    05-31 sometimes | sometimes | yes | sometimes | sometimes | not-yet | sometimes | sometimes | not-yet | sometimes
    06-30 not-yet | not-for-me | none | not-yet | not-yet | not-yet | not-yet | not-yet | not-yet | often
    07-31 not-yet | not-for-me | none | not-yet | not-yet | not-yet | not-yet | not-yet | not-yet | often
    09-30 not-yet | not-for-me | none | sometimes | sometimes | not-yet | not-yet | not-yet | not-yet | often
    10-31 not-yet | not-for-me | none | not-yet | not-yet | not-yet | not-yet | not-yet | not-yet | often
    11-29 not-yet | not-for-me | none | not-yet | not-yet | not-yet | not-yet | sometimes | not-yet | often
""")  # fmt: skip

MONTHS = log("more-secure", "compared comes-from", """
    02-28 3 | -
    03-31 2 | The counsellor was not called.
    04-30 3 | -
    05-31 2 | The letter.
    06-30 2 | -
    07-31 3 | -
    09-30 3 | The other room.
    10-31 2 | -
    11-29 3 | I do not know.
""")  # fmt: skip

INSIDE = (
    log("four-signs", "holding-back overshadowed scanning growing-doubt found", """
    02-09 3 | 5 | 5 | 4 | something-real
    02-23 3 | 5 | 5 | 4 | not-sure
    03-09 4 | 4 | 5 | 4 | nothing
    03-30 4 | 5 | 5 | 4 | nothing
    04-20 4 | 4 | 4 | 4 | not-sure
    05-11 3 | 2 | 3 | 2
    06-01 4 | 5 | 5 | 5 | something-real
    06-22 5 | 5 | 5 | 5 | nothing
    07-20 5 | 5 | 5 | 4
    09-14 5 | 4 | 4 | 4 | nothing
    10-19 5 | 5 | 5 | 4 | nothing
    11-23 5 | 4 | 5 | 4 | not-sure
""")
    + log("three-needs", "patience open-talk kindness", """
    02-15 2 | 2 | 1
    04-19 2 | 2 | 2
    07-05 1 | 2 | 1
    11-15 2 | 1 | 2
""")
    + log("loop-or-path", "topic new feeling question next-step can-stop see-it", """
    02-08 December | loop | loop | loop | loop | loop
    02-19 What I did not see | loop | loop | loop | loop | loop
    03-02 December | loop | loop | loop | loop | loop
    03-25 Where the money was | loop | loop | path | loop | neither
    04-13 What I want | path | path | path | path | neither
    05-28 The letter from the bank | loop | loop | loop | loop | loop
    06-12 December | loop | loop | loop | loop | loop
    06-30 Why I stay | loop | loop | loop | loop | loop | mixed
    07-21 December | loop | loop | loop | loop | loop
    09-16 The other room | path | path | path | path | path
    10-16 “When will this be over?” | loop | loop | loop | loop | loop
    11-13 Money of my own | path | neither | path | path | path
    11-20 A laugh | loop | loop | loop | loop | loop
""")
    + log("support-signs", "no-movement replaying cannot-shift circles dread guard-up talk-worse see-it which", """
    02-25 some | nearly | most | most | most | most | some | unknown
    04-05 most | nearly | most | nearly | most | most | most | clear-reason | couple
    06-15 nearly | nearly | nearly | nearly | nearly | nearly | most | clear-reason | couple
    07-26 nearly | nearly | most | nearly | most | most | most | clear-reason | not-sure
    10-18 most | most | most | nearly | most | most | most | clear-reason | individual
    11-22 nearly | most | most | nearly | most | most | most | clear-reason | individual
""")
    + log("words-and-actions", "responsibility-words responsibility-actions transparency-words transparency-actions "
          "taking-part-words taking-part-actions who-does-the-work see-it", """
    03-14 yes | partly | yes | no | yes | no | me | words-without-actions
    10-04 yes | no | yes | no | yes | no | me | words-without-actions
""")
    + log("conversation-card", "topic goal they-may-feel met closer felt-safe did", """
    03-11 The counsellor | A date | Ashamed, perhaps | mixed | 3 | yes | said-back
    10-01 The counsellor | A date | - | not | 2 | yes
""")
    + log("safe-for-two", "say-no be-sad disagree taken-seriously own-life afraid", """
    03-15 4 | 2 | 3 | 2 | 4 | 1
    10-25 4 | 1 | 2 | 1 | 4 | 1
""")
    + log("what-i-did-not-say", "reason unsaid", """
    04-06 forgot | That the flowers were kind.
    09-25 private | How much I like the other room.
    11-17 not-ready | That I asked for advice about money.
""")
    + log("anger-weight", "heavy about space-for", """
    02-12 5 | The table
    03-23 4 | “Next week” | A walk
    06-05 5 | Paper
    09-25 3 | - | Singing
    11-20 4 | The laugh
""")
    + log("kinder-words", "believed-before believed-after critic kinder", """
    02-21 9 | 7 | I am stupid. | You trusted somebody.
    07-25 9 | 9 | It is me. | -
""")
)  # fmt: skip

JOURNAL = log("journal", "tags text", """
    02-03 question | What would I need to see?
    02-06 hard-moment | I read messages until two.
    02-19 - | The word “sorry” eleven times, and no date.
    03-08 decision | We wrote rules on the back of a calendar.
    03-21 hard-moment | The same answer, word for word.
    04-04 kind-moment | Choir. Nobody there knows.
    04-27 - | جدتي كانت تقول: الصبر مفتاح الفرج. لا أعرف.
    05-09 kind-moment | Salt, and a towel for two.
    05-20 kind-moment | Home. Perhaps it holds.
    05-27 hard-moment | A letter, an account, the old address.
    06-12 hard-moment | لا أحد يتكلم في هذا البيت.
    06-18 for-therapist | I am tired of being the one who brings it up.
    07-13 - | I made a list of what I would miss.
    07-30 decision | I will not write for a while.
    09-02 - | Back at the page. The house is quiet.
    09-17 learned | A room with a door helps.
    10-15 hard-moment | “When will this be over?” I would also like to know.
    10-30 hard-moment+fear | Told about these notes. A shrug.
    11-12 - | Christmas is being planned around me.
    11-19 hard-moment | A laugh about my notes, on the phone with a friend.
    11-28 question | Is nothing also an answer?
""", "22:40")  # fmt: skip

PUT_OFF = put_off("""
    02-11 journal not-today
    03-16 nine-signs not-today
    05-29 weather rest
    07-31 weather rest
    10-11 weekly-check-in not-today
    11-06 build-or-not not-today
""")  # fmt: skip

DELETED = {"journal 07-13": "2026-07-14T06:30:00+02:00", "urge 02-06": "2026-02-07T07:00:00+01:00"}

NOTES = all_notes(
    ONCE, DAYS, WEEKS, TALKS, SETBACKS, URGES, ALARMS, FEARS, SHARES, WINS, GOOD, THINGS, PROMISES, SIGNS, MONTHS, INSIDE, JOURNAL, PUT_OFF,
    deleted=DELETED,
    earlier={
        "which-rule-changed 02-08": ("2026-11-01T20:00:00+01:00", {
            "rule": "that we do not lie to each other.", "safe-now": 1, "predictable-now": 1,
        }),
        "setback-sorter 04-10": ("2026-05-03T20:00:00+02:00", {"what": "It was “only a word”", "flags": ["dismissed"]}),
        "what-am-i-afraid-of 02-16": ("2026-10-10T20:00:00+02:00", {"fear": "That I would not notice it again", "strength": 9}),
    },
    drafts=("build-or-not 11-08",),
)  # fmt: skip
