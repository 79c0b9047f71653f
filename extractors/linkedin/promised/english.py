"""Promises in English."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.sentences import alternatives

ENGLISH = language(
    """
        i'll ill will shall i'm im we'll gonna lemme let we're going you'll expect leave promise
        consider get follow goes should sending allow
    """,
    alternatives(
        r"""
        <will> <how><deed>
        <will> … and <how><deed>
        (?:and|then) (?:will|shall) <how>(?!<idle> |<adverb> )\S{1,30} … you
        <will> <how>let (?:the|our|my|him|her|them) … know
        <will> have (?:it|them|this|that|the) … +ed
        (?:you can )?count on me|<will> <how>see to it
        ill <deed>|(?:and|then) (?:will|shall|i'll|i will) <how><deed>
        <will> <how>(?!<idle> |<adverb> )\S{1,30} … (?:you|u|ya|your|yours|yourself)
        <will> (?:have|get) (?:my |our |the )?+ (?:to )?<deed>
        you(?:'ve| have) (?:got )?my word
        (?:let me|lemme|allow me to) <how><look>
        (?:let me|lemme|allow me to) <how>(?:introduce|connect) (?:you|the)
        (?:let me|lemme) <how>(?:send|forward|share|get|give|put|make|show|bring|hook|
        link) … <for>
        (?:let me|lemme) … and (?:then )?(?:i'?ll )?<how><deed>
        you(?:'ll| will) (?:have|get|receive|find) … <when>
        you(?:'ll| will| shall) (?:have|get|receive|find) (?:my|our) +
        you(?:'ll| will) (?:hear|get|receive|have) … from (?:me|us)
        you(?:'ll| will) be (?:hearing|getting|receiving) … from (?:me|us)
        you (?:get|have) (?:the|my|our|it) … (?:<when>|before)
        leave (?:it|that|this) (?:with|to) me|consider it done|i'm on it|i am on it
        i (?:do )?promise(?= $)
        (?<=^ )(?:you can )?expect … (?:from me|from us|<when>)
        <start>(?:will|shall) do|i(?:'ll| will) do (?:it|that|so|this|my best|what i can)
        <am> (?:just |now )?(?:sending(?! (?:you )?(?:this|these))|forwarding|mailing|emailing|
        uploading|chasing|preparing)
        <am> (?:just |now )?(?:drafting|looking into|putting together)
        <am> (?:just |now )?writing (?:the|your|up|it)
        <will> be (?:in touch|in contact|back (?:to|in touch|with))
        <will> <how>be (?:sending|sharing|making|writing|calling|bringing|forwarding|
        getting back) … +
        <will> have … (?:for you|with you|to you|in your + |ready|sent|drawn up|a look|a word|
        answer)
        i(?:'ll| will) see (?:what|whether|if|about|to it)
        goes out (?:on |this |next |by |with )?<when>
        (?:will|to) follow (?:by |on |later |early |next |this )*<when>|(?:will|to) follow(?= $)
        (?:should|will) be (?:with you|in your (?:inbox|mailbox|mail))
        """,
        {
            "start": r"(?<=^_)(?:(?:ok|okay|sure|yes|yep|and|so|then|but|also|great|thanks)_)?",
            "will": """
                i'll i_will i_shall i(?:'m|_am|m)_(?:going_to|gonna|about_to) gonna we'll we_will
                we_shall we(?:'re|_are)_going_to i_promise_to i_promise_i'll
                <start>(?:will|shall)
                """,
            "am": r"i'm i_am im",
            "adverb": """
                definitely certainly gladly happily also then of_course just quickly soon +ly
                first try_to try_and now go_and go be_sure_to make_sure_to still always have_to
                need_to see_to_it_that_i sit_down_and be_(?:happy|glad|pleased|delighted)_to
                maybe
                """,
            "how": r"(?:<adverb>_){0,3}",
            "deed": """
                send resend forward share e?-?mail mail text ping dm call(?!_(?:it)) ring phone
                message write reply respond answer
                get_(?:back|in_touch|hold|the|this|that|it|you|something) come_back circle_back
                follow_up revert report_back touch_base look_(?:into|it|up|at) check double-check
                find find_out dig ask(?!_(?:you)) talk_to speak_(?:to|with) review
                have_a_(?:word|look|chat) read proofread go_(?:through|over) take_(?:a_look|care)
                take_(?:it|this|that)_up give(?!_(?:it_a|up)) book reserve arrange organi[sz]e
                set_up schedule prepare draft put_(?:together|you|in|it|your|the) recommend
                introduce intro connect(?!_(?:my)) loop hook update upload post ship bring drop
                make_(?:a_few|some|a)_(?:phone_)?calls? pick_(?:it|you|them)_up transfer pay
                confirm let_(?:you|u|her|him|them)(?!_(?:go|off|down)) keep_(?:you|an_eye|my)
                tell add invite nominate refer save lend fix test sort make_sure
                make_(?:an?|the)_intro make_introductions make_the_introduction chase copy scan
                print export pull endorse pass(?!_(?:on_this_one|this_time)) do_(?:some|my)
                run_it sign return mention translate inform contact reach_out knock explain
                discuss refund show submit hand link deliver return speak_about cover handle
                attach
                """,
            "idle": """
                let_(?:you|it)_(?:go|off|down|be) be see miss never not have remember think meet
                join know need want love thank wait hope understand recogni[sz]e wish like start
                stay attend visit leave forget congra\\w* trust expect assume ask blame bother
                bore require believe call_it probably
                """,
            "look": """
                check see_(?:whether|if|what|about|who|how) look find dig ask(?!_(?:you)) talk_to
                speak_(?:to|with) think_(?:about|it|on) get_back consult confirm verify review
                read sort come_back discuss run_(?:it|this)_by pull_(?:up|the|together) figure
                work_out sleep_on chat_with clarify double-check go_(?:through|over|back) try_to
                """,
            "for": "you your together it in an the a this that",
            "when": """
                by tomorrow tonight today later shortly soon within
                this_(?:week|afternoon|evening) next_week next_month
                (?:on_)?(?:mon|tues|wednes|thurs|fri|satur|sun)day asap at_the_latest in_your_+
                in_the_(?:morning|afternoon|evening) before
                """,
        },
    ),
    alternatives(
        r"""
        not|never|nobody|no one|cannot|can't|won't|unless|hardly|wouldn't|would|don't|doesn't
        you said|you'd
        """
    ),
)
