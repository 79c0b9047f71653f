"""Short and loving forms of given names, by the name they stand for.

A table of our own, in several languages, of tokens as `dedupe.spelling.token` makes them. The
spellings that one name has from language to language (John, Johann, Juan) are kept apart: people
rarely write their name in another language's form. A form may stand for several names.
"""

from collections.abc import Mapping

_TABLE = """
abigail: abby gail; abraham: abe bram; adelaide: addie heidi; adrian: ade; agnieszka: aga;
albert: al bert bertie; alberto: beto berto; alejandra: ale jandra; alejandro: ale jandro;
aleksandr: sasha sanya alex shura; aleksandra: sasha ola alex shura;
alexander: alex al xander sandy lex alec sasha sander;
alexandra: alex sandra lexi sasha sandy alexa; alexandre: alex xandre; alexandria: alex lexi;
alexei: alyosha lyosha; alfonso: poncho fonso; alfred: al fred alf; alice: ali; alison: ali;
allan: al; allison: ali allie; amanda: mandy; amelia: mel amy millie;
anastasia: nastya stacy ana; anatoly: tolya; andrea: andi drea; andreas: andi; andrei: andryusha;
andrew: andy drew; angela: angie; angelica: angie; anita: nita; ann: annie;
anna: annie anya anja ania; annemarie: anne; anthony: tony ant; antonia: toni tonia;
antonio: tony toni tono nino; arnold: arnie; arthur: art artie; artur: artek; augusto: gus tito;
barbara: barb babs basia; bartholomew: bart; beatrice: bea trixie; beatriz: bea bia;
benedict: ben; benjamin: ben benny benji; bernard: bernie; bernhard: bernd; bogdan: boguslaw;
bradley: brad; brandon: bran; brian: bri; bridget: biddy; calvin: cal; cameron: cam;
camilla: milla cami; carlos: charly; carmen: menchu; carol: carrie; caroline: caro carrie lina;
cassandra: cass cassie sandra; caterina: rina cate; catherine: cathy kate katie cat cath kitty;
cecilia: ceci cissy; charles: charlie chuck chas chaz charley; charlotte: lotte charlie lottie;
chelsea: chels; christian: chris; christiane: chris; christina: chris tina chrissy christy;
christine: chris chrissy tina; christoph: chris stoph; christopher: chris kit topher;
clara: clarita; claudia: claudi; clifford: cliff; clinton: clint; concepcion: concha conchita;
consuelo: chelo; constance: connie; cornelia: conny nelly; cornelius: kees cor; courtney: court;
craig: craigy; curtis: curt; cynthia: cindy cyndi; daniel: dan danny dani; daniela: dani;
danielle: dani; darlene: darla; david: dave davey davi; deborah: deb debbie debby; denise: denny;
dennis: denny den; diana: di; dietrich: dieter; dmitri: dima mitya; dolores: lola;
dominic: dom nick; dominique: dom; donald: don donnie; dorothea: dorle dora thea;
dorothy: dot dottie dolly; douglas: doug; eberhard: ebbe; edgar: ed; edmund: ed eddie ned;
eduardo: edu lalo eddy; edward: ed eddie ted ned teddy; edwin: ed eddie;
eleanor: ellie nora nell; elena: lena lenka; elisabeth: lisa liesl elli betty sissi lisbeth else;
elizabeth: liz beth betsy betty eliza lizzie libby lisa; ellen: ellie; emanuel: manu;
emily: em emmy; emma: em; enrique: quique kike; eric: rick; ernest: ernie; ernesto: neto;
esther: essie; eugene: gene; evelyn: eve evie; evgeny: zhenya; ezekiel: zeke; ferdinand: ferdi;
fernando: nando fer; florence: flo; florian: flo; frances: fran francie;
francesca: franca checca; francesco: franco checco; francis: frank fran; francisca: paca;
francisco: paco pancho paquito curro kiko; francois: franck; frank: frankie; franklin: frank;
franz: franzl; frederic: fred; frederick: fred freddie rick; friederike: rike;
friedrich: fritz fredi; gabriel: gabe gabi; gabriela: gabi; gabriele: gabi lele;
gabrielle: gabby gabi; galina: galya; gennady: gena; geoffrey: geoff; georg: schorsch;
george: georgie; georgina: gina; gerald: gerry jerry; gerard: gerry; gerhard: gerd;
gertrude: trudy; gertrud: trude gerti; gilbert: gil; giovanni: gianni vanni nino;
giuseppe: beppe peppe pino; gottfried: friedl; gregory: greg gregg; grigory: grisha;
guadalupe: lupe; guglielmo: memo; guillermo: memo guille; gustavo: gus tavo; gwendolyn: gwen;
harold: harry hal; harriet: hattie; heather: hetty; heinrich: heinz heini; helen: nell;
helena: lena; helmut: helle; henrietta: etta; henry: hank harry hal; herbert: herb bert;
hermann: manni; hubert: bert; hugh: hughie; humphrey: humph; ignacio: nacho; ilya: ilyusha;
irina: ira irka; isaac: ike zac; isabel: isa bella izzy chabela; isabella: bella izzy isa;
ivan: vanya; jacob: jake jay; jacqueline: jackie; jacques: jacquot; james: jim jimmy jamie jem;
jan: janek; jane: janie; janet: jan; janice: jan; jason: jay jase; javier: javi; jeanette: jean;
jeffrey: jeff; jennifer: jen jenny jenn jenna; jeremiah: jerry jem; jeremy: jerry jem;
jerome: jerry; jesse: jess; jessica: jess jessie; jesus: chucho chuy; joachim: jochen achim;
joan: joanie; joanna: jo asia; joanne: jo; joao: jonny; johann: hans hannes;
johannes: hans jo hannes jan; john: johnny jack jon; johnathan: jon john;
jonathan: jon jonny nathan; jordan: jordy; jorge: coque; jose: pepe pepito che ze zeca;
josef: sepp jupp pepi; joseph: joe joey jo; josefina: pepa fina; josephine: jo josie;
joshua: josh; joyce: joy; juan: juanito; judith: judy jude; julia: jule jules; julian: jules;
julio: julito; karl: kalle; katarzyna: kasia; katherine: kate kathy katie kat kitty kay;
kathleen: kathy kath katie; kathryn: kate kathy katie; katharina: kathi katja kati;
katrina: trina kat; kenneth: ken kenny; kevin: kev; kimberly: kim kimmy; klaus: klausi;
konstantin: kostya; krzysztof: krzys; kristen: kris; kristin: kris; kristina: kris tina;
kurt: kurtl; larissa: lara; lars: lasse; laura: laurie; laurence: larry; lauren: laurie;
lawrence: larry laurie; leonard: leo len lenny; leonardo: leo nardo; leopold: leo poldi;
leslie: les; lev: lyova; lillian: lily lil; linda: lindy; lorenzo: renzo enzo; louis: lou louie;
louise: lou; lucas: luke; lucia: lucy; lucille: lucy; ludmila: lyuda mila; ludwig: wiggerl lutz;
luis: lucho; lyubov: lyuba; madeline: maddie; magdalena: lena magda leni; malgorzata: gosia;
manfred: manni; manuel: manu manolo manny; manuela: manu; marcus: marc;
margaret: maggie meg peg peggy marge greta; margarete: grete gretel; margarethe: grete;
margarita: rita marga; maria: mari mimi mitzi; mariana: mari; marianne: mari; maria jose: majo;
maria teresa: maite; mario: marius; marjorie: marge; martha: marty; martin: marty; martina: tina;
mary: molly polly mamie; matthew: matt matty; matthias: matze hias; matthieu: matt; maureen: mo;
maurice: mo; maximilian: max maxi; maxwell: max; megan: meg; melanie: mel melly;
melissa: mel lissa missy; mercedes: merche; michael: mike mick mickey mikey michi mitch;
michaela: michi; michel: micha; michelle: shelly mich; miguel: migue; mikhail: misha;
milton: milt; miranda: randy; mitchell: mitch; mohammad: mo; mohammed: mo; montserrat: montse;
morris: mo; nadezhda: nadya; nancy: nan; natalia: natasha nata; natalie: nat; natasha: tasha;
nathan: nate nat; nathaniel: nate nat; nicholas: nick nicky nico; nicola: nico;
nicolas: nico nick; nicole: nicky nikki; nikolai: kolya; nikolaus: niko klaus; norman: norm;
olga: olya; oliver: ollie olli; olivia: liv livvy; oscar: ozzie; ottilie: tilly; pamela: pam;
patricia: pat patty tricia trish pati; patrick: pat paddy rick; paul: pauly; paula: paulita;
pavel: pasha; pedro: perico; penelope: penny; peter: pete petey; petra: peti; philip: phil pip;
philipp: phil lipp; phillip: phil; phyllis: phyl; piotr: piotrek; polina: polya;
priscilla: cilla prissy; prudence: prue; rachel: rach; rafael: rafa; raffaele: lello;
ralph: ralphie; ramona: mona; randall: randy; raphael: raph; raymond: ray;
rebecca: becky becca beck; regina: gina; reginald: reg reggie; reinhard: reini; renate: reni;
ricardo: rico ric cardo; richard: rick dick rich richie ricky; robert: bob rob bobby robbie bert;
roberta: bobbie; roberto: beto robi; roderick: rod; rodney: rod; rodolfo: fito; rodrigo: rodri;
roger: rog; roland: rolli; roman: roma; ronald: ron ronnie; rosalind: roz; rosario: charo;
rosemary: rose rosie; rosemarie: rosi; rudolf: rudi rolf; rudolph: rudy; russell: russ;
salvador: chava salva; salvatore: toto turi salvo; samantha: sam sammy sammie; samuel: sam sammy;
sandra: sandy; santiago: santi; sara: sally; sarah: sally; sebastian: seb basti bastian;
sebastien: seb; sergei: seryozha serge; sergio: checo; sharon: shari; shirley: shirl;
siegfried: sigi; sigrid: siri; silvester: vester; simon: si; sofia: sonya sofi; solomon: sol;
sophia: sophie; stanislav: stas slava; stanislaw: stach staszek; stanley: stan; stefan: steff;
stefanie: steffi; stephanie: steph stephie; stephen: steve stevie steph; steven: steve stevie;
stuart: stu; susan: sue susie suzy; susanne: susi sanne; suzanne: sue suzy; svetlana: sveta;
sylvester: sly; sylvia: syl silvi; tamara: tammy toma; tatiana: tanya; teresa: tere terri tess;
terence: terry; theodor: theo teddy; theodore: ted theo teddy; theresa: terry tess tessa resi;
thomas: tom tommy thom; tiffany: tiff; timothy: tim timmy; tobias: tobi; tomas: tom;
tomasz: tomek; ulrich: uli ulli; ulrike: uli ulli rike; ursula: uschi ulla;
valentina: valya vale tina; valerie: val; vanessa: nessa; vasily: vasya; veronica: vero ronnie;
veronika: vroni; vicente: chente; victor: vic; victoria: vicky tori vika; vincent: vince vinny;
vincenzo: enzo; virginia: ginny; vitaly: vitalik; vivian: viv; vladimir: vova volodya vlad;
vladislav: vlad slava; vyacheslav: slava; walter: walt wally; wanda: wandzia; wendelin: wendel;
wendy: wen; werner: wernie; wesley: wes; wilfred: wilf fred; wilhelm: willi willy helm;
william: bill will billy willie liam; winifred: winnie; winston: win; wolfgang: wolf wolfi;
xavier: xavi; yekaterina: katya; yelena: lena; yevgeny: zhenya; yolanda: yoli; yuri: yura;
yvonne: vonnie; zachary: zach zack zac; zsuzsanna: zsuzsi
"""


def _read(table: str) -> Mapping[str, tuple[str, ...]]:
    names_of: dict[str, list[str]] = {}
    for entry in table.split(";"):
        name, _, forms = entry.strip().partition(":")
        for form in (name.replace(" ", ""), *forms.split()):
            names_of.setdefault(form, []).append(name.replace(" ", ""))
    return {form: tuple(dict.fromkeys(names)) for form, names in names_of.items()}


FULL_NAMES: Mapping[str, tuple[str, ...]] = _read(_TABLE)
"""Of each form, itself included where it is a full name, the names that it may stand for."""
