"""The reader on their own, for whom things slowly get better.

A relationship of nine years ended in 2024, after a betrayal that friends had known of. The reader lives alone, two flats above a
sister. At the beginning most days are anxious, thinking goes round, and nobody is told anything. In March a friend retells at a party
what was told to them alone. In spring there is a choir of small things: a key, a course, a walk on Wednesdays. In July there is no note
at all: a hut, and no signal. In September the former partner stands in the queue of a shop, and two bad weeks follow the best month of
the year. By November alarms are fewer and softer, thinking leads somewhere more often, and the reader trusts their own judgement about
half the time. Nobody new is there, and nobody is looked for. Some notes are in Ukrainian.

What has to hold: a slow year may be seen, and nothing cheers it (R-40, R-44); the two bad weeks undo nothing; and being alone is
nowhere a gap.
"""

from note_lines import Notes, all_notes, cards, log, note, put_off, rows

ONCE: Notes = [
    note("where-am-i-now", "02-04", {"situation": "on-my-own", "time-since": "over-12-months", "wish": "To like my own company again."}),
    note("glass-or-seed", "02-05", {
        "leave": rows("piece", "Asking who knew"),
        "seed": "To believe my own eyes in small things.",
        "soil": rows("what seen", "My own front door | seen\nA sister two floors down | seen\nPeople who do not know the story | hoped"),
    }),
    note("which-rule-changed", "02-11", {
        "rule": "that friends would tell me.", "feelings": ["sadness", "doubt"],
        "safe-before": 4, "safe-after": 1, "safe-now": 2, "predictable-before": 4, "predictable-after": 1, "predictable-now": 2,
    }),
    note("trust-timeline", "02-18", {"events": rows("headline about-when who learned still-loud", """
        A promise about a dog | 1996 | growing-up | Do not look forward | quiet
        The diary that was read aloud | 2003 | friend | Write nothing down | in-between
        Nine years, and one Tuesday | 2024-05-14 | earlier-partner | Everybody knew | very-loud
        The birthday after it | 2024-08 | friend | Do not ask | loud
    """)}),
    note("small-shares", "02-20", {
        "ending": "A job in a kitchen", "lesson": "That I can begin again.",
        "topics": rows("topic want with-whom step", """
            The job in the kitchen | yes | the Wednesday people | 1
            That I live alone, and like it on Sundays | yes | - | 2
            That it ended on a Tuesday | yes | my sister | 3
            That friends knew | not-sure | my sister | 4
            How long I waited at the window | no | - | 5
        """),
    }),
    note("what-trust-looks-like", "02-22", {
        "cards": cards(essential="kept-to-self, hard-truth, told-early", good_to_have="message, remembered, asked", not_sure="side"),
        "in-my-words": "Nobody knows more than I do.",
    }),
    note("old-trust-new-trust", "03-15", {
        "lines": rows("then now there", "They would tell me | I ask people whom I have tried out | in-part"),
    }),
    note("what-trust-looks-like", "06-14", {
        "cards": cards(
            essential="kept-to-self, own-pace, no-accepted", good_to_have="remembered, laughing, small-promises", not_for_me="message",
        ),
        "in-my-words": "I can leave early, and nothing happens.",
    }),
    note("our-agreements", "05-24", {
        "rules": rows("rule proposed-by both-agree", "My sister rings before she comes up | me | yes"),
        "with-myself": rows("rule", "The phone sleeps in the hall\nI do not look at that profile\nWednesday is for walking"),
    }),
    note("what-this-rests-on", "08-16", {
        "then-and-now": rows("then now", "That people tell me | That I notice"),
        "actions": rows("what when", "My sister rang first, each time since May | 2026-06"),
        "chosen-honesty": rows("what by", "A man at the course said that he had been wrong | them"),
        "i-bring": rows("what", "I come when I said I would\nI say when I am tired"),
    }),
    note("what-trust-looks-like", "11-08", {
        "cards": cards(
            essential="own-pace, no-accepted, kept-to-self", good_to_have="remembered, laughing, small-promises, bad-mood",
            not_for_me="message, side",
        ),
        "in-my-words": "I can leave early, and I can also stay.",
    }),
    note("letter-to-me", "08-23", {
        "letter": "When it is dark at five again: you have been there, and it got light.", "open-on": "2026-11-22",
    }),
]  # fmt: skip

DAYS = log("weather", "weather word energy", """
    02-04 anxious | | 2
    02-06 anxious | grey
    02-08 stormy | | 1
    02-11 anxious
    02-13 mixed
    02-16 anxious | | 2
    02-21 stormy | party
    02-25 anxious
    03-01 mixed
    03-04 anxious | | 2
    03-08 stormy | told | 1
    03-11 anxious
    03-15 mixed
    03-19 anxious
    03-24 mixed | damp | 2
    03-29 mixed
    04-01 calm | key | 3
    04-05 mixed
    04-10 anxious
    04-15 mixed
    04-19 calm | | 3
    04-26 mixed
    05-01 calm
    05-06 mixed | | 3
    05-13 calm
    05-20 mixed
    05-24 calm | bell | 4
    05-30 open
    06-03 calm
    06-10 mixed | | 3
    06-14 calm
    06-17 calm
    06-24 open | wet grass | 4
    06-30 calm
    08-02 open | | 4
    08-05 calm
    08-09 open | spruce | 5
    08-12 calm
    08-16 calm
    08-19 open | | 4
    08-23 calm
    08-26 mixed
    08-30 calm
    09-02 calm
    09-05 anxious | the queue | 2
    09-06 stormy | | 1
    09-08 stormy
    09-11 anxious | | 1
    09-15 anxious
    09-19 mixed
    09-23 mixed | | 3
    09-30 calm
    10-04 calm
    10-07 open | leaves | 4
    10-12 calm
    10-18 mixed
    10-21 calm
    10-28 calm | | 3
    11-01 mixed | fog
    11-04 calm
    11-08 open | | 4
    11-11 calm
    11-15 mixed
    11-18 calm
    11-22 calm | candle | 3
    11-25 mixed
    11-29 calm
""", "08:05")  # fmt: skip

GOOD = log("one-good-decision", "self-trust size decision felt", """
    02-06 1 | small | I opened the letters.
    02-10 2 | small | I did not ask who had known.
    02-17 1 | small | I went home from the party.
    02-24 2 | - | I cooked for one.
    03-05 2 | small | I told my sister a little.
    03-10 2 | big | I told that friend nothing more. | Cold, and clear.
    03-22 3 | small | I walked with people I do not know.
    04-01 3 | big | I had the lock changed.
    04-08 3 | small | I let the phone ring.
    04-20 4 | small | I asked for the window seat.
    05-03 4 | big | I signed up for the course.
    05-15 4 | small | I went although it rained.
    05-27 5 | small | I put the phone in the hall.
    06-07 4 | small | I said “not today” to my sister.
    06-21 5 | big | I booked the hut for July. | My hand did not shake.
    06-28 5 | small | I gave the chair away.
    08-04 6 | small | I stayed one day longer.
    08-14 5 | small | I believed the man at the course.
    08-25 6 | small | I left early, and said goodbye.
    09-05 3 | small | I left the queue and the bread.
    09-10 2 | small | I rang my sister at night.
    09-21 4 | small | I went on Wednesday all the same.
    10-03 5 | small | I did not look at that profile.
    10-14 6 | big | I asked for fewer hours.
    10-27 5 | small | I bought one good knife.
    11-03 6 | small | I turned down the party.
    11-03 5 | small | I ate the cake alone.
    11-12 6 | small | I told the Wednesday people that I live alone.
    11-20 5 | small | I went to bed at ten.
    11-24 6 | big | I said yes to teaching one evening.
""")  # fmt: skip

ALARMS = log("trigger", "before after kind said minutes type event", """
    02-07 9 | 7 | echo | kept-for-now | a-day | other-people | A wedding photo
    02-14 8 | 7 | echo | kept-for-now | a-day | place-or-date | Valentine cards in every shop
    02-21 9 | 6 | unknown | walk | hours | other-people | Laughter that stopped when I came in
    03-07 9 | 7 | now | told-friend | a-day | other-people | My own story, told by somebody else
    03-18 7 | 5 | echo | wrote-it-down | hours | late-reply | A late reply
    03-27 7 | 4 | echo | walk | hours | place-or-date | The bakery in the old street
    04-10 6 | 4 | echo | wrote-it-down | half-hour | silence | No answer from my sister
    04-23 6 | 3 | echo | walk | half-hour | change-of-plans | The course was moved.
    05-09 6 | 4 | unknown | told-friend | half-hour | words-or-tone | “You know how people are”
    05-14 8 | 5 | echo | walk | hours | place-or-date | The date itself
    06-05 5 | 3 | echo | wrote-it-down | few | late-reply | A late reply
    06-19 4 | 2 | echo | walk | few | other-people | Two people, whispering
    08-07 4 | 2 | echo | walk | few | closeness | A hand on my arm
    08-21 3 | 1 | echo | kept-for-now | few | other-people | A new face on Wednesday
    09-05 10 | 8 | now | told-friend | a-day | other-people | In the queue, with a basket
    09-07 8 | 7 | echo | kept-for-now | a-day | phone-or-message | A number that I knew
    10-09 5 | 3 | echo | wrote-it-down | half-hour | late-reply | A late reply
    10-23 4 | 2 | echo | walk | few | place-or-date | The bakery in the old street
    11-14 4 | 3 | echo | told-friend | few | words-or-tone | “All alone?”
    11-26 4 | 2 | echo | walk | few | place-or-date | Lights in that window
""")  # fmt: skip

WEEKS = log("weekly-check-in", "calm-talks open-honest warmth future-talk secure compared example", """
    02-15 3 | 1 | 2 | 1 | 1 | same
    03-01 3 | 1 | 2 | 1 | 1 | same
    03-22 3 | 2 | 2 | 2 | 2 | more | A walk, and nobody asked.
    04-19 3 | 2 | 3 | 2 | 2 | same
    05-17 3 | 3 | 3 | 2 | 3 | more
    06-21 4 | 3 | 3 | 3 | 3 | more | My sister laughed until she coughed.
    08-16 4 | 3 | 4 | 3 | 4 | same
    09-13 3 | 2 | 2 | 2 | 2 | less
    10-11 4 | 3 | 3 | 3 | 3 | more
    11-15 4 | 4 | 3 | 3 | 3 | same | Teaching, one evening.
""")  # fmt: skip

TALKS = log("hard-talk", "start peak end minutes escalated root listened-me listened-them repaired afraid", """
    03-09 6 | 8 | 7 | half-hour | for-a-moment | What was told at the party | 3 | 1 | no | 1
    04-12 4 | 5 | 3 | half-hour | no | Coming up without ringing | 3 | 4 | yes | 1
    05-23 4 | 4 | 2 | ten | no | Coming up without ringing | 4 | 4 | yes
    06-27 5 | 6 | 4 | hour | no | Whether my sister knew | 4 | 3 | partly | 1
    08-28 3 | 4 | 2 | half-hour | no | Money for the roof | 4 | 4 | yes
    09-12 5 | 7 | 4 | half-hour | no | “Are you over it?” | 3 | 3 | partly
    10-25 3 | 3 | 1 | half-hour | no | Whether my sister knew | 5 | 5 | yes | 1
    11-19 3 | 4 | 2 | ten | no | Christmas, in two rooms | 4 | 4 | yes
""")  # fmt: skip

SETBACKS = log("setback-sorter", "safety what normal flags mine see-it", """
    04-11 - | A week of old photos | set-off+old-anxiety
    05-14 - | The date | set-off+old-anxiety+talked+reassured+committed
    09-06 - | The queue in the shop | set-off+old-anxiety | - | - | normal
    09-12 - | “Are you over it?” | set-off+old-anxiety+talked+back-on-track+committed
""")  # fmt: skip

URGES = log("urge", "before after choice underneath", """
    02-05 8 | 7 | checked | That they are happy.
    02-09 8 | 7 | checked | That everybody is there.
    02-15 7 | 6 | checked | The same.
    02-22 8 | 6 | checked | Who was at the party.
    03-03 7 | 5 | write | That they are happy.
    03-09 8 | 7 | checked | What else was told.
    03-25 6 | 4 | walk | The same.
    04-14 6 | 4 | walk | That they are happy.
    05-14 7 | 5 | walk | The date.
    06-12 5 | 3 | wait | Nothing much.
    09-06 9 | 7 | checked | Where they live now.
    09-08 8 | 5 | walk | The same.
    10-16 4 | 2 | wait | -
    11-21 3 | 1 | wait | -
""", "22:50")  # fmt: skip

FEARS = log("what-am-i-afraid-of", "strength learned-from about-now fear learned", """
    02-12 9 | earlier-partner | echo | That everybody knows but me | That Tuesday.
    02-19 8 | friend | both | That what I tell is told on
    03-12 9 | friend | now | That what I tell is told on
    03-30 6 | growing-up | echo | That looking forward is dangerous | The dog.
    04-22 7 | not-known | unknown | That I stay alone and do not mind
    06-09 5 | earlier-partner | echo | That everybody knows but me
    09-09 8 | earlier-partner | both | That I meet them anywhere
    10-29 4 | friend | echo | That what I tell is told on
    11-17 3 | not-known | unknown | That I stay alone and do not mind
""")  # fmt: skip

SHARES = log("after-a-share", "met told-to shared-on topic-shared feeling see-it", """
    02-21 mixed | friend | - | That it ended on a Tuesday | talked over
    03-08 against | friend | 2026-03-07 | That friends knew | sold
    04-25 care | other | 2026-04-22 | The job in the kitchen | light
    06-04 care | friend | - | That I live alone, and like it on Sundays
    06-28 care | friend | 2026-06-27 | That it ended on a Tuesday | held
    08-15 care | other | - | The job in the kitchen
    10-26 care | friend | 2026-10-25 | That friends knew | quiet
    11-12 care | other | 2026-11-11 | That I live alone, and like it on Sundays
""")  # fmt: skip

WINS = log("small-wins", "area shared-with win", """
    02-24 everyday | - | Potatoes, and the radio.
    03-22 openness | strangers | Two hours of walking, four sentences.
    04-01 everyday | a locksmith | A key that only I have.
    04-12 limits | my sister | She rings now.
    04-19 self-kindness | - | A nap without a reason.
    05-10 judgement | - | I thought that it would rain, and it did.
    05-24 hard-talk | my sister | Said it twice, calmly.
    06-07 limits | my sister | “Not today”, and tea tomorrow.
    06-14 everyday | - | The grass, barefoot.
    06-28 openness | my sister | I told it, and she held still.
    08-03 everyday | - | Я сама розпалила вогонь.
    08-09 closeness | the Wednesday people | Someone kept a seat for me.
    08-19 judgement | - | I was right about the bridge.
    08-25 limits | - | I left at nine.
    09-21 everyday | the Wednesday people | I went, and said nothing, and it was enough.
    10-07 self-kindness | - | A whole day without that street.
    10-25 hard-talk | my sister | She had not known. I believe it.
    11-08 judgement | - | I knew which way home was.
    11-12 openness | the Wednesday people | “I live alone”, without lowering my voice.
    11-24 everyday | - | A class of seven, and me in front.
""")  # fmt: skip

THINGS = log("one-reliable-thing", "side who quality thing", """
    02-13 unclear | other | - | A neighbour held the door and looked at me
    02-27 for | me | reliable | I paid the bill on the day
    03-07 against | other | - | My own story, told by somebody else
    03-16 for | other | there | My sister sat on the stairs with me
    03-29 for | other | reliable | They waited for me at the corner
    04-09 unclear | other | - | A card without a name
    04-22 for | other | there | He listened while he peeled an apple
    05-02 for | me | reliable | I was there at eight
    05-16 for | other | honest | The teacher said that he was wrong
    05-26 for | other | reliable | My sister rang before she came up
    06-02 for | me | honest | I said that I was tired
    06-13 for | other | reliable | The seat was free, as promised
    06-23 unclear | other | - | An invitation from old friends
    08-06 for | me | there | I sat with my tea and nothing else
    08-18 for | other | honest | “I do not know that”, from the one who knows most
    09-04 against | other | - | They said hello to them, and not to me
    09-20 for | other | there | A bag of plums at my door
    10-01 for | me | reliable | I went on Wednesday
    10-19 for | other | reliable | The keys came back as agreed
    11-05 for | other | there | Remembered that I do not eat fish
    11-16 against | me | - | I said I was ill, and I was not
    11-27 for | other | honest | Gave the change back, two streets later
""")  # fmt: skip

PROMISES = log("promises", "by outcome said-on due promise", """
    02-07 me | not-kept | - | 2026-02-14 | Not to look at that profile
    02-16 me | kept | - | 2026-02-20 | Open the letters
    02-28 me | not-kept | - | 2026-03-07 | Not to look at that profile
    03-14 me | kept | - | 2026-03-18 | Walk on Wednesday
    03-26 me | changed-together | - | 2026-03-31 | Dinner with my sister
    04-02 me | kept | - | 2026-04-08 | Walk on Wednesday
    04-24 me | kept | - | 2026-04-29 | Write to the course
    05-25 them | kept | - | 2026-05-31 | Ring before coming up
    05-28 me | kept | - | 2026-06-03 | The phone sleeps in the hall
    06-16 me | late-but-told | - | 2026-06-20 | Return the ladder
    06-29 me | kept | - | 2026-07-31 | A postcard to my sister
    08-08 me | kept | - | 2026-08-12 | Walk on Wednesday
    08-27 them | kept | - | 2026-09-04 | Bring the papers for the roof
    09-07 me | not-kept | - | 2026-09-09 | Walk on Wednesday
    09-18 me | kept | - | 2026-09-23 | Walk on Wednesday
    10-05 me | kept | - | 2026-10-11 | Not to look at that profile
    10-20 me | kept | - | 2026-10-28 | Write to the office
    11-06 me | kept | - | 2026-11-11 | Walk on Wednesday
    11-24 me | open | - | 2026-12-09 | Prepare the evening
""")  # fmt: skip

SIGNS = log("nine-signs", "ease affection laughter my-defensiveness their-defensiveness "
            "curiosity future-talk partnership free-no own-signs", """
    04-30 not-yet | not-for-me | not-yet | not-yet | sometimes | sometimes | not-yet | not-for-me | not-yet | own-plans
    06-30 sometimes | not-for-me | sometimes | sometimes | sometimes | sometimes | sometimes | not-for-me | sometimes | slept-well+own-plans
    08-31 sometimes | not-for-me | often | sometimes | sometimes | often | sometimes | not-for-me | often | slept-well+forgot-for-hours
    11-29 often | not-for-me | sometimes | sometimes | sometimes | often | sometimes | not-for-me | often | slept-well+I sang on the stairs
""")  # fmt: skip

MONTHS = log("more-secure", "compared comes-from", """
    02-28 2 | -
    03-31 3 | The party, and the walk.
    04-30 4 | The key.
    05-31 3 | -
    06-30 4 | Sleep.
    08-31 4 | The hut.
    09-30 2 | The queue.
    10-31 4 | Wednesdays.
    11-29 3 | -
""")  # fmt: skip

INSIDE = (
    log("four-signs", "holding-back overshadowed scanning growing-doubt", """
    02-15 5 | 5 | 4 | 4
    03-01 5 | 4 | 4 | 4
    03-22 4 | 4 | 4 | 3
    04-19 4 | 3 | 4 | 3
    05-03 4 | 3 | 3 | 3
    05-17 3 | 3 | 3 | 3
    06-21 3 | 2 | 3 | 2
    08-16 3 | 2 | 2 | 2
    09-13 4 | 4 | 4 | 3
    10-11 3 | 3 | 2 | 2
    11-15 3 | 2 | 2 | 3
""")
    + log("three-needs", "patience open-talk kindness kindness-note", """
    02-22 1 | 1 | 1
    04-05 2 | 2 | 2 | A key.
    05-31 2 | 2 | 3
    08-30 3 | 3 | 3 | Plums.
    10-18 3 | 3 | 3
    11-22 3 | 3 | 2
""")
    + log("three-qualities", "reliable honest there action", """
    04-26 3 | 3 | 2 | I came back with the ladder.
    06-21 4 | 4 | 3
    10-04 4 | 4 | 3 | I waited for the slow one.
""")
    + log("loop-or-path", "topic new feeling question next-step can-stop see-it", """
    02-10 Who knew | loop | loop | loop | loop | loop
    02-20 That Tuesday | loop | loop | loop | loop | neither
    03-02 Who knew | loop | loop | loop | loop | loop
    03-13 Whom to tell | loop | loop | path | path | neither | mixed
    04-06 What I would do with a free year | path | path | path | path | path
    05-14 That Tuesday | loop | neither | loop | loop | neither
    05-29 The sister and the stairs | path | path | path | path | path
    06-18 Who knew | path | neither | path | loop | path
    08-20 Work | path | path | path | path | path
    09-07 What they saw in my basket | loop | loop | loop | loop | loop
    10-10 That Tuesday | path | path | neither | path | path
    11-09 Teaching | path | path | path | path | path
""")
    + log("support-signs", "no-movement replaying cannot-shift circles dread guard-up talk-worse see-it which what-helped", """
    02-22 most | nearly | most | never | most | most | some | unknown
    04-26 some | most | some | never | some | most | never | clear-reason | individual | Walking.
    06-28 some | some | some | never | some | some | never | not-clear
    09-27 some | most | most | never | some | some | never | clear-reason | individual
    11-22 never | some | some | never | some | some | never | not-clear | - | Wednesdays.
""")
    + log("brave-step", "area size done step how-it-went", """
    03-22 inside-me | middle | did-it | Walk with people I do not know | Four sentences.
    05-03 inside-me | big | did-it | Sign up for the course
    08-30 what-i-expect | small | not-yet | Answer the invitation from old friends
    11-24 inside-me | big | did-it | Stand in front of a class
""")
    + log("kinder-words", "believed-before believed-after critic kinder", """
    02-13 9 | 7 | I was the last fool in the room. | They hid it well, all of them.
    04-27 7 | 4 | Nobody waits for me. | They waited at the corner.
    09-10 8 | 6 | One queue, and I am back at the start. | It was a queue. You went home.
    11-10 5 | 2 | I am too quiet for people. | They kept a seat.
""")
    + log("anger-weight", "heavy about", """
    02-26 5 | All of them
    03-10 5 | The party
    06-11 3 | -
    10-30 2 | Not much
""")
)  # fmt: skip

JOURNAL = log("journal", "tags text", """
    02-04 question | What do I like, when nobody is looking?
    02-21 hard-moment | Laughter that stopped when I came in. I went home by the long way.
    03-08 hard-moment+fear | My own story, told by somebody else, with jokes in it.
    03-20 learned | People who do not know me ask better questions.
    04-01 kind-moment | A lock costs less than I thought.
    04-13 - | Сестра тепер дзвонить. Я чую кроки і не боюся.
    05-14 hard-moment | Two years. I cleaned the oven.
    05-25 kind-moment | Tea on the stairs, between two flats.
    06-20 decision | A hut, in July, without anybody.
    08-02 kind-moment | Back. There was a stove and a stream, and I was good company.
    08-15 learned | Some tell a thing on, and some keep it. I can find out with small things.
    09-06 hard-moment | In the queue. A basket, bread, wine for two. I left mine there.
    09-07 hard-moment | I know that this page will want to know if it was an echo. It was a person.
    09-24 - | Plums. I do not know from whom.
    10-08 kind-moment | Сьогодні я довго сміялася.
    10-25 decision+learned | She had not known. I asked once.
    11-13 - | An ordinary Friday.
    11-22 kind-moment | I read my letter from August. It got light.
    11-26 - | I wrote this with my real address in it, and that was silly.
""", "21:40")  # fmt: skip

PUT_OFF = put_off("""
    02-18 journal not-today
    05-14 weekly-check-in not-today
    09-09 weather rest
    09-16 what-am-i-afraid-of not-today
    10-31 question-of-the-day not-today
""")  # fmt: skip

DELETED = {"journal 11-26": "2026-11-26T21:55:00+01:00"}

NOTES = all_notes(
    ONCE, DAYS, GOOD, ALARMS, WEEKS, TALKS, SETBACKS, URGES, FEARS, SHARES, WINS, THINGS, PROMISES, SIGNS, MONTHS, INSIDE, JOURNAL, PUT_OFF,
    deleted=DELETED,
    earlier={
        "which-rule-changed 02-11": ("2026-10-18T20:00:00+02:00", {
            "rule": "that friends would tell me.", "safe-now": 1, "predictable-now": 1,
        }),
        "one-reliable-thing 04-09": ("2026-05-02T20:00:00+02:00", {"thing": "A card without a name", "side": "against", "who": "other"}),
        "journal 08-15": ("2026-08-16T09:00:00+02:00", {"text": "Some tell a thing on."}),
    },
    drafts=("brave-step 08-30",),
)  # fmt: skip
