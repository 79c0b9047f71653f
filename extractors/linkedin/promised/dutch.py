"""Promises in Dutch."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.sentences import alternatives

DUTCH = language(
    """
        ik we wij zal zullen ga gaan stuur sturen mail bel belt app schrijf geef geven zeg laat
        laten zoek vraag check kijk regel zorg bekijk bekijken lees stel breng koppel verbind
        introduceer link leg haal neem reserveer boek betaal maak maken deel zet meld hou houd
        kom komen antwoord reageer beantwoord informeer benader probeer doe verzamel kopieer
        draag bespreek overleg praat vertel bevestig corrigeer exporteer vis krijg krijgt krijgen
        ontvangt ontvang hoort hoor hebt heb beloofd beloof volgen volgt gaat komt mag
    """,
    alternatives(
        r"""
        (?:<i> <deed>|<deed> (?:ik|we|wij)) … <you>
        (?:<start>|en )<deed> (?:je|u|jullie) (?:<when>|later|dan|nog|zo|straks|ff|even|de|het|
        een|hier)
        (?:<i> <deed>|<deed> (?:ik|we|wij)) … <off>
        <deed> (?:ik|we|wij) … <when>
        (?:(?:ik|we|wij) (?!<state> )+|(?!<state> )+ (?:ik|we|wij)) (?:je|u|jullie) (?:<when>|
        terug|een|de|het|nog|dan|even|er|vandaag|binnen)
        (?:(?:ik|we|wij) (?!<state> )+|(?!<state> )+ (?:ik|we|wij)) … voor (?:je|jou|u|jullie|
        ons)
        (?:en|dan) <deed> … voor (?:je|jou|u|jullie|ons)
        (?:ik|we|wij) bellen … terug|bellen (?:wij|we)
        (?:ik laat|laat ik|we laten) … (?:weten|toesturen|achter|bezorgen|horen|zien)
        ermee bezig|(?:en|dan) <deed> (?:je|u|jullie)(?= $)|(?:en|dan) breng verslag
        (?:heeft|hebt|heb|hebben) (?:u|je|jullie) (?:mijn|onze|ons) +
        <i> <sure>|<sure> ik
        <start>(?:laat het (?:je|u|jullie)|regel het|zoek het uit|kom erop terug)
        (?:ik zal|zal ik|we zullen|wij zullen|zullen we|<start>zal) … <infinitive>
        (?:ik zal|zal ik|we zullen|wij zullen) … <you> … (?!<idle> )+en
        (?:ik ga|ga ik|we gaan|<start>ga) … <infinitive>
        (?:ik ga|ga ik|we gaan) … <you> … (?!<idle> )+en
        (?:laat me|laat mij) … <look>
        (?:ik|<start>) ?vraag … <whom>|vraag ik … <whom>
        (?:ik|we|wij) (?:neem|nemen) … contact … op|neem ik … contact … op
        (?:ik|we|wij) (?:kom|komen) … (?:bij (?:je|jou|u|jullie)|erop|op terug|terug)
        ik (?:heb het er|praat|spreek|overleg) (?:over |morgen |maandag |nog )*met +
        ik praat … met +
        (?:je|u|jullie|jij) (?:krijgt|hebt|ontvangt|heb|krijg) … <when>
        (?:krijg|krijgt|heb|hebt|ontvangt|krijgen) (?:je|u|jullie|jij) … (?:van mij|van ons|
        van me|<when>)
        (?:je|u|jullie|jij) (?:hoort|hoor|horen) … (?:van mij|van ons|nog)
        (?:hoor|hoort) (?:je|u|jullie) … (?:van mij|van ons|van me|nog)
        komt (?:helemaal )?(?:voor elkaar|in orde|goed)
        (?<=^ )(?:ja |zeker |tuurlijk |prima )?(?:doe ik|zal ik doen)(?= $)
        (?<=^ )(?:dat )?(?:is )?beloofd(?= $)|ik beloof|dat beloof ik
        gaat … (?:de deur uit|op de post|naar je toe|naar u toe)
        (?:volgen|volgt) … <when>
        ik probeer … te +
        (?:we|wij) <plural> … (?:je|jou|jullie|u|uw|jouw)|reken op mij|op mij kun je rekenen
        ik zeg (?:tegen|het tegen|hem|haar|ze) +|ik laat (?:het|hem|ze|de|een) (?!weten)+en
        (?:en )?laat … van me horen
        (?:ik zal|ik ga|zal ik|ga ik) … voor (?:je|jou|u|jullie)
        mag je van me lenen
        """,
        {
            "start": r"(?<=^_)(?:(?:ok|oké|ja|dan|en|dus|maar|tuurlijk|prima|daarna|graag)_)?",
            "i": "ik we wij en_ik dan_ik",
            "you": """
                je jou jouw jullie u uw hem_(?:door|op|met) ze_(?:door|op|voor) jullie_beiden
                """,
            "deed": """
                stuur sturen mail bel app schrijf(?!_(?:u_omdat|je_omdat)) geef geven zoek bekijk
                lees stel(?!_(?:het_op_prijs|me_voor)) breng koppel verbind introduceer link leg
                haal reserveer boek maak(?!_(?:me|mij)) maken deel zet meld informeer benader doe
                exporteer kopieer verzamel bespreek vertel hou(?=_(?:je_op|jullie_op|u_op))
                houd(?=_(?:je|u|jullie)) regel antwoord beantwoord laten noem toon leen check
                mis(?=x) draag neem(?=_(?:het|je|de|een)) laat_+_(?:toesturen|weten|achter) print
                scan vis betaal haal
                """,
            "off": """
                door op terug toe na mee langs over klaar online bij af opnieuw rond uit achter
                voor_elkaar toesturen weten in_contact contact aan goed_woordje nagaan
                """,
            "sure": """
                regel(?!_me|_mij)_+ stuur(?!_me)_+ mail_+ bel_+ boek_+ bespreek_+ introduceer_+
                koppel_+ kopieer_+ zoek_het_uit check_(?:het|de|dat|bij|even)
                kijk_(?:het|even|of|wat|rustig|ernaar|naar) reserveer_+ informeer_+
                kijk_+_(?:of|naar|wat) denk_er(?:over)?_(?:over_)?na zorg_(?:dat|ervoor|voor)
                ga_(?:kijken|ervoor|er|even|nog) zoek_(?:het|dat)_+ bespreek_(?:het|dit|dat)
                laat_het_(?:je|u|jullie) haal_+ denk_erover_na overleg_(?:het|met|even) betaal_+
                corrigeer_+ doe_(?:mijn|de_intro|dat|het|deze_week) schrijf_+_aan bevestig_het
                kijk_het_na vraag_na benader_+ neem_+_mee maak_+_af laat_+_achter
                antwoord_uitgebreid beantwoord_+ geef_een_(?:seintje|gil) verzamel_+
                """,
            "whom": """
                na mijn onze bij mn m'n ons de_+ even_+ rond of
                (?!me|mij|je|u|jullie|af)+_(?:of|na|even|om)
                """,
            "infinitive": """
                sturen toesturen doorsturen doen_toekomen toekomen mailen bellen terugbellen
                schrijven geven doorgeven laten_weten zoeken opzoeken uitzoeken vragen navragen
                checken kijken regelen zorgen bekijken lezen voorstellen in_contact koppelen
                verbinden introduceren leggen halen ophalen meenemen reserveren boeken betalen
                terugbetalen maken delen zetten informeren benaderen proberen voordragen
                bespreken overleggen praten vertellen bevestigen aanbevelen nakijken beantwoorden
                antwoorden reageren nagaan nalaten onderzoeken organiseren achter_+_aan aan_+
                opsturen voorbereiden opmaken
                """,
            "idle": """
                blijven zijn dankbaar missen zien vergeten vermoeien ontmoeten bedanken herkennen
                lastigvallen vervelen
            """,
            "look": """
                kijken checken overleggen afstemmen nagaan vragen nadenken bespreken zoeken
                opzoeken voorstellen_(?:aan) je_voorstellen u_voorstellen uitzoeken navragen
                """,
            "plural": """
                regelen organiseren sturen brengen verzorgen bestellen boeken mailen zoeken maken
                geven
                """,
            "state": """
                dank danken wens wensen denk denken hoop hopen zie zien ken kennen mis missen
                weet weten wil willen zou zouden kan kunnen moet moeten heb hebben ben zijn had
                hadden was waren feliciteer vertrouw geloof begrijp snap gun raad verwacht laat
                neem vind hou duim bid zal zullen ga gaan werk sta leef verzoeken vragen vraag
                dat of als die wat hoe waar en schreef stuurde belde gaf zei vond mag wilde
                konden kon moest dan schrijf hoor horen
                """,
            "when": """
                van_(?:mij|ons|me) voor_(?:het|maandag|dinsdag|woensdag|donderdag|vrijdag|+en)
                morgen+ morgen vandaag uiterlijk vanavond vanmiddag deze_+ volgende_+ binnen +dag
                +dagavond snel binnenkort zo_spoedig in_de_+_dagen
                """,
        },
    ),
    alternatives(
        r"""
        bijgevoegd|hierbij|bijgaand|(?<!of )niet|nooit|niemand|geen|niets|zou|zouden|omdat
        naar aanleiding|mezelf|wilde|had
        zoals beloofd|kijk uit|kijken uit|vraag me af|verband met
        """
    ),
    negates_late=True,
)
