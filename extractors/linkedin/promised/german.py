"""Promises in German."""

from extractors.linkedin.promised.language import language
from extractors.linkedin.sentences import alternatives

GERMAN = language(
    """
        werde werden ich wir mich sorge schicke schick schicken sende senden leite leit melde
        meld melden rufe ruf frage frag gebe geb geben sage sag schaue schau gucke guck kümmere
        kümmer kümmern kläre klär klären prüfe prüf prüfen suche such bringe bring teile teil
        empfehle empfehl lege leg besorge besorg lese les korrigiere korrigier reserviere
        reservier buche buch überweise antworte antwort schreibe schreib erkundige erkundig
        informiere informier hake hak spreche sprech rede red stelle stell verbinde verbind
        vernetze vernetz mache mach vermittle vermittel trage trag hole hol leihe leih lasse lass
        lassen halte halt erstelle erstell erstellen organisiere organisier checke check nehme
        nehm lade lad maile mail erzähle erzähl berichte versuche versuch setze setz nominiere
        exportiere reiche reich schlage erledige erledig erledigt bespreche besprech kopiere
        kopier komme komm kommen versprochen ehrenwort verspreche denke denk überlege überleg
        bekommst bekommen bekommt kriegst erhältst erhalten hörst hören hört geht folgt folgen
        sehe seh bestätige vereinbare sorge hast haben scanne drucke
    """,
    alternatives(
        r"""
        (?:ich <how><deed>|<deed> ich|wir <deeds>|<deeds> wir) … <you>
        (?:(?:ich|wir) (?!<state> )+|(?!<state> )+ (?:ich|wir)) (?:(?!<state> )+ ){0,2}(?:dir|
        ihnen|euch)
        (?:(?:ich|wir) (?!<state> )+|(?!<state> )+ (?:ich|wir)) … für (?:dich|sie|euch|uns)
        <i> (?!<state> )+ … (?:herum|rum|um|zurück|durch|in deiner sache)
        ich sage? (?:dem|der|den|meine[mnr]?|unsere[mnr]?|ihm|ihr|es|ihnen|denen) +
        sage? ich (?:ihm|ihr|denen)
        und lasse? (?:dir|ihnen|euch) … (?:zukommen|zuschicken|da|bringen|zusenden)
        (?:lasse? ich|ich lasse?) … für (?:dich|sie|euch|ihnen)|auf mich ist verlass
        ich sorge dafür
        auf mich (?:kannst|können)|verlass dich auf mich
        (?:lasse? ich|ich lasse?) (?:dir|ihnen|euch) … +en|(?:bin|ich) dran
        (?:haben|hast|habt) (?:sie|du|ihr) (?:meine|unsere) +
        (?:und |dann )?(?:komme|geb|gebe|sag|sage) … (?:zurück|zeichen|bescheid|rückmeldung)
        ich lasse? … (?:prüfen|zukommen|zuschicken|wissen|da|erstellen|machen|zusenden|
        freischalten)
        (?:ich <how><deed>|<deed> ich|wir <deeds>|<deeds> wir) … <off>
        (?:<deed> ich|<deeds> wir) … <bywhen>
        (?:<start>|und |und ich )<how><offer> (?:dir|dich|ihnen|euch)
        (?:und |und ich )<how><deed> (?!mir |mich |uns |bitte |sie |doch |mal ) … <off>
        (?:<start>|und |ich )mache? euch
        <i> <how><sure>|<sure> ich
        <start>(?:melde?|kümmere?|erkundige?|informiere?) mich
        (?:werde ich|ich werde|wir werden|werden wir|<start>werde) … <infinitive>
        (?:werde ich|ich werde|wir werden|werden wir|<start>werde) … <you> … (?!<idle> )+en
        (?:werde ich|ich werde) … sehen (?:ob|was|wie)|(?:werde ich|ich werde) sehen(?= $)
        (?:lass mich|lassen sie mich|lasst mich) … <look>
        ich frage? (?:mal |gleich |kurz |dann |noch |gern |gerne )*<whom>
        frage? ich (?:mal |gleich |kurz |dann |noch |gern |gerne )*<whom>
        ich (?:sage?|gebe?) … bescheid|(?:sage?|gebe?) (?:ich|dir|ihnen|euch) … bescheid
        geb bescheid
        ich (?:spreche?|rede?) … (?:mit|an) +|(?:spreche?|rede?) ich … mit +
        <i> <how>versuche? … <you> … zu +|(?:ich versuche?|versuche? ich) … zu +
        ich versuche?(?= $)
        (?:du|ihr|sie) <getyou> … <bywhen>|<getyou> (?:du|ihr|sie) … <bywhen>
        (?:du|ihr|sie) (?:hast|habt|haben) … <there>|(?:hast|habt|haben) (?:du|ihr|sie) … <there>
        (?:du|ihr|sie) (?:hörst|hört|hören) … von (?:mir|uns)
        wird (?:sofort |gleich |umgehend |heute |noch )*(?:erledigt|gemacht)
        (?<=^ )(?:ja |klar |gerne? |ok |okay )?mache? ich(?= $)
        (?<=^ )(?:das )?(?:ist )?(?:fest )?versprochen(?= $)|ehrenwort
        ich verspreche|das verspreche ich
        geht … (?:raus|zur post|in die post|an (?:dich|sie) raus)
        (?:folgt|folgen) … <bywhen>
        (?:komme?|kommen) (?:ich |wir )?… auf (?:dich|sie|euch) (?:zu|zurück)
        """,
        {
            "start": r"(?<=^_)(?:(?:ok|okay|klar|ja|gerne?|dann|und|aber|also|alles_klar)_)?",
            "i": "ich wir und und_ich",
            "how": r"(?:(?:+_)?(?:gerne?|dann|mal|gleich|auch|noch|natürlich|heute|morgen)_){0,2}",
            "you": """
                dir dich ihnen sie euch uns_(?:beide|drei) deine[nrms]? dein ihre[nrms]? ihr
                eure[nrms]? eur+ ihn ihm euch_beide
                """,
            "deed": """
                schicke? sende leite? rufe? gebe? bringe? teile? lege? besorge? lese? korrigiere?
                überweise antworte schreibe? stelle? verbinde? vernetze? mache?(?!_(?:mir))
                vermittle vermittel trage? hole? leihe? erstelle? organisiere? checke? nehme?
                maile? erzähle? berichte setze? nominiere exportiere reiche? schlage? erledige?
                bespreche? kopiere? suche? buche? reserviere? informiere? halte? bestätige
                vereinbare sorge sage?(?!_(?:ich|dir_(?:ehrlich|offen))) schaue? gucke? sehe?
                lade? prüfe? scanne drucke empfehle?(?!_(?:dir|ihnen|euch)) hake? zeige? melde?
                verlinke? hänge? nehme? nenne? besorg
                """,
            "off": """
                weiter auf raus heraus nach zurück rüber hoch vorbei ein mit zu zusammen ab
                fertig vor aus mitschicken neu an durch zukommen zuschicken zusenden
                auf_dem_laufenden in_verbindung in_kontakt bescheid kontakt rückmeldung bekannt
                online antwort mail
                """,
            "sure": """
                meld_mich melde_mich melden_uns kümmere?_mich kümmern_uns erkundige?_mich
                informiere?_mich mache?_mich_schlau kläre?_(?:das|es|ab|die|den|mit) klären_das
                (?:schicke?|maile?|organisiere|erstelle?|kopiere?|buche?|vereinbare)_+
                reserviere?_+ besorge?_+ überweise_+ erledige?_(?:das|es)
                prüfe_(?:das|es|die|den) schaue?_(?:mal|ob|was|nach|mir) sehe?_(?:zu|mal|ob|was)
                gucke?_(?:mal|ob|nach) denke?_(?:mal_)?(?:drüber|darüber) überlege?_(?:mir|es)
                such_mal halte?_dich_auf korrigiere?_+ checke?_(?:das|es|die|den)
                """,
            "whom": """
                nach bei meine[nmr]? mein unsere[nmr]? den die das ihn rum herum in im beim
                +_nach (?!mich|dich|sie|euch|ob|wegen|warum|wer|wie|was|wann)+_(?:nach|ob|mal)
                """,
            "infinitive": """
                schicken senden zu?senden zuschicken zukommen_lassen zukommen weiterleiten
                weitergeben melden anrufen zurückrufen nach?fragen fragen bescheid_+ kümmern
                klären prüfen suchen raussuchen heraussuchen mitbringen vorbeibringen mitteilen
                weiterempfehlen empfehlen vorlegen besorgen lesen korrigieren reservieren buchen
                überweisen antworten beantworten schreiben erkundigen informieren nachhaken
                sprechen reden vorstellen verbinden vernetzen vermitteln herstellen eintragen
                abholen leihen erstellen organisieren checken bewerten berichten erzählen
                erstatten versuchen ansehen anschauen durchlesen durchsehen schauen nachsehen
                nachschauen hochladen teilen kontaktieren besprechen vorbereiten übersetzen
                zurückkommen zukommen nachreichen zusammenstellen ausrichten einladen
                """,
            "idle": """
                (?:immer_)?hoch_anrechnen anrechnen danken vermissen vergessen wiedersehen sehen
                treffen kennen brauchen denken erkennen
            """,
            "look": """
                nachsehen nachschauen schauen prüfen klären abstimmen fragen nachfragen überlegen
                checken sehen suchen nachdenken rücksprache besprechen bekannt_machen vorstellen
                raussuchen verbinden vernetzen
                """,
            "getyou": "bekommst bekommt bekommen kriegst kriegt erhältst erhalten",
            "there": "von_(?:mir|uns) auf_dem_tisch in_der_post im_(?:postfach|briefkasten)",
            "offer": """
                schicke? sende sage? rufe? schreibe? bringe? gebe? leihe? maile? zeige? bestätige
                verbinde? vernetze? empfehle? erzähle? berichte nenne? besorge?
                """,
            "deeds": """
                schicken senden geben erstellen machen lassen prüfen bringen rufen übersenden
                mailen organisieren regeln übernehmen besorgen bestellen klären informieren
                halten vermitteln stellen reservieren buchen schreiben liefern
                """,
            "state": """
                danke danken wünsche wünschen gratuliere gratulieren hoffe hoffen glaube vertraue
                drücke drücken empfehle rate verdanke stimme stimmen schulde bin sind habe hab
                haben hatte hatten war waren kann können konnte muss müssen möchte möchten würde
                würden wollte wollten will wollen soll sollen darf dürfen freue freuen bete
                arbeite mag weiß wissen kenne verzeihe sende_(?=ihnen_anbei) lasse? wäre wären
                hätte hätten könnte könnten werde werden und die der das wenn dass ob weil wie
                was den zu mit für sage_(?=dir_ehrlich) sag schreibe? dankte sehe seh glaub gönne
                gebe_(?=dir_recht) gehöre fehle versichere von auf bei an in es so als da sich
                nicht mich mir uns leid tut tun
                """,
            "bywhen": """
                von_(?:mir|uns) bis morgen heute spätestens nächste in_(?:kürze|den) zeitnah
                am_+tag +tag bald auf_dem_tisch umgehend noch_+
                """,
        },
    ),
    alternatives(
        r"""
        anbei|hiermit|beigefügt|im anhang
        (?:bekommst|bekommen|bekommt|kriegst|erhältst|erhalten) … von (?:der|dem|meine[rmn]?|
        unsere[rmn]?)
        (?<!oder )nicht(?! wahr)|nie|niemals|niemand|niemanden|kein|keine|keinen|keiner|keinem
        nichts|würde|würden
        hätte|könnte|wollte|recht(?= $)|weil|bezüglich|wie versprochen|hast du gesagt|für möglich
        """
    ),
    negates_late=True,
)
