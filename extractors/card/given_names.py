"""Common given names of many countries, folded: weak evidence that a line is a person's name."""

from typing import Final

from extractors.card.vocabulary import word_set

GIVEN_NAMES: Final = word_set(
    """
    aaron adam adrian alan albert alex alexander alexandra alexis alice alison allan amanda amber
    amy andrea andrew andy angela angie ann anna anne annette annie anthony antonio april arthur
    ashley audrey austin barbara barry ben benjamin bernard beth betty beverly bill billy bob bobby
    bonnie brad bradley brandon brenda brent brett brian bruce bryan caleb calvin cameron carl
    carla carol caroline carolyn catherine cathy charles charlie charlotte chelsea cheryl chloe
    chris christian christina christine christopher cindy claire clara clarence claude clayton
    colin connie connor corey courtney craig crystal curtis cynthia dale dan daniel danielle danny
    darren darryl dave david dawn dean deborah debra denise dennis derek diana diane don donald
    donna doris dorothy doug douglas dylan ed eddie edgar edith edward edwin eileen elaine eleanor
    elizabeth ella ellen emily emma eric erica erik erin ernest esther ethan eugene eva evan evelyn
    faith fiona florence floyd frances francis frank fred frederick gabriel gary gavin gene geoff
    geoffrey george gerald gina glenn gloria gordon grace graham greg gregory guy hannah harold
    harry harvey heather heidi helen henry herbert holly howard hugh ian irene isaac isabella jack
    jackie jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason jay jean
    jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy jo joan joanna joe
    joel john johnny jon jonathan jordan joseph josh joshua joy joyce juan judith judy julia julian
    julie justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
    kerry kevin kim kimberly kirk kristen kristin kurt kyle lance larry laura lauren laurie
    lawrence leah lee leo leon leonard leslie lewis liam linda lisa lloyd logan lois lori louis
    louise lucas lucy luke lynn madison marc marcus margaret maria marie marilyn mario marion mark
    martha martin marvin mary mason matt matthew maureen max megan melanie melissa melvin michael
    michele michelle mike mildred mitchell molly monica morgan nancy natalie natasha nathan
    nathaniel neil nicholas nick nicola nicole nigel nina noah nora norman oliver olivia oscar owen
    pamela pat patricia patrick paul paula pauline peggy penny pete peter phil philip phillip
    phyllis rachel ralph randy ray raymond rebecca regina rhonda ricardo richard rick ricky rita
    rob robert roberta robin rod rodney roger ron ronald ronnie rosa rose ross roy russell ruth
    ryan sally sam samantha samuel sandra sara sarah scott sean sebastian seth shane shannon sharon
    shaun shawn sheila shelley sherry shirley simon sofia sonia sophia sophie stacey stacy stanley
    stella stephanie stephen steve steven stewart stuart sue susan suzanne sylvia tamara tammy tara
    ted teresa terrence terry theodore theresa thomas tiffany tim timothy tina todd tom tommy toni
    tony tracy travis trevor tyler valerie vanessa vera vernon veronica vicki victor victoria
    vincent virginia vivian wallace walter wanda warren wayne wendy wesley will william willie
    yvonne zachary zoe
    andreas anja anke annika armin axel bastian bernd bernhard birgit bjorn britta carsten
    christoph claudia dieter dirk dominik elke erwin fabian felix florian friedrich gabriele georg
    gerd gerhard gisela gunter gunther hans hartmut heike heiko heinrich heinz helga helmut
    hermann holger horst ingo ingrid jens joachim jochen johann johannes jorg jurgen jutta kai
    karin karsten kathrin katja katrin klaus konrad lars lothar ludwig lukas lutz manfred manuela
    marco markus marlene marten matthias michaela mirko monika norbert olaf oskar petra rainer ralf
    reinhard renate roland rolf rudiger rudolf sabine sandro silke simone stefan stefanie steffen
    susanne sven swen tanja thorsten tobias torsten udo ulrich ulrike ursula ute uwe volker werner
    wilhelm winfried wolf wolfgang
    alain anais antoine arnaud aurelie baptiste benoit brigitte camille cecile celine chantal
    clement corinne cyril damien delphine didier dominique elodie emilie emmanuel etienne fabien
    fabrice florent francois francoise frederic genevieve gerard gilles guillaume helene herve
    isabelle jacques jeanne jerome julien laurence laurent loic luc ludovic marcel martine mathieu
    maxime michel monique nadine nathalie nicolas olivier pascal patrice philippe pierre quentin
    raphael remi rene romain sandrine sebastien serge severine solange stephane sylvain sylvie
    thibault thierry valentin veronique vincent xavier yann yannick yves
    adriana agustin alberto alejandra alejandro alfonso alfredo alicia alvaro ana andres angel
    arturo beatriz belen blanca carlos carmen cesar cristian cristina daniela dario diego dolores
    eduardo elena emilio enrique ernesto esteban fabiola felipe fernanda fernando francisca
    francisco gabriela gerardo gonzalo graciela guadalupe guillermo gustavo hector hernan hugo
    ignacio ines isabel ivan jaime javier jesus joaquin jorge jose josefina julieta julio leonardo
    leticia lorena lourdes lucia luis luisa manuel marcela marcelo marcos margarita mariana marta
    martinez mauricio mercedes miguel monserrat natalia nicolas norma octavio pablo paloma patricio
    pedro pilar rafael ramiro ramon raquel raul rocio rodolfo rodrigo roberto rodolfo rosario ruben
    salvador santiago sergio silvia susana valentina vicente ximena yolanda
    alessandro alessandra alessia andrea angelo antonella bruno carlo chiara cristiano davide
    domenico elisa enrico fabio fabrizio federica federico filippo francesca francesco gabriele
    giacomo giancarlo gianluca gianni giorgia giorgio giovanni giulia giuseppe guido ilaria
    lorenzo luca luciano luigi marcello martina massimo matteo maurizio mauro michela mirko nicola
    paola paolo piero pietro riccardo roberto rosanna salvatore serena silvano silvio simone
    stefania stefano tommaso umberto valeria vincenzo vittorio
    afonso bruna caio catarina celso claudio debora douglas duarte edson fatima flavio geraldo
    henrique joana joao jonas juliana larissa leandro leonor lucas luciana luiz marcia mateus
    matilde murilo nuno paulo regina renata renato rui tiago thiago vitor wagner
    adriaan anneke arjan bart bas bram cees dirk erik frans gerrit hendrik henk ingeborg jaap
    jeroen joost joris jos koen maarten marieke marijke marleen martijn mirjam niels pieter piet
    ruud saskia sander sjoerd stijn thijs tim tom wim willem wouter
    aino anders annika antti arne arvid astrid bengt birgitta bo borje camilla carina christer
    eero einar elin elsa erkki eva frida fredrik gosta gunnar gustav hakan hanne harald heikki helge
    henrik ilkka inger ingvar jan janne jari jesper joakim johan jonas jorgen jukka juha kaisa
    kalle kari kirsten kjell knut kristian kristina lasse leif lennart linnea magnus maija marja
    markku mats matti mette mikael mikko morten nils odd olav ole olof outi pekka per petri pirjo
    ragnar rasmus riitta rune sami seppo sigrid sirpa sofie soren stig sture svein tapani tarja
    terhi timo tommi tor torbjorn tore trond tuomas ulf vidar ville yngve
    adam agata agnieszka aleksandra alicja andrzej anna artur barbara bartosz beata bogdan bozena
    dariusz dorota elzbieta ewa filip grazyna grzegorz halina henryk iwona jacek jadwiga jakub
    jan janusz jaroslaw jerzy joanna jolanta jozef kamil karol katarzyna kazimierz krystyna
    krzysztof lech leszek lukasz maciej magdalena malgorzata marcin marek mariusz marzena mateusz
    michal miroslaw monika pawel piotr przemyslaw rafal robert ryszard slawomir stanislaw
    stanislawa tadeusz teresa tomasz urszula waldemar wieslaw wojciech zbigniew zofia
    ales aneta antonin bohumil dana daniela dusan eliska frantisek hana igor irena iva ivana
    jarmila jaroslav jaroslava jiri josef katerina lenka libor lucie ludek marcela marie marketa
    martina milan milos miroslav ondrej pavel pavla petr radek radim renata roman stanislav
    stepan sarka tomas vaclav vera vladimir vojtech zdenek zuzana
    aleksandr aleksei alexei anastasia anatoly andrei anton arkady artem boris danil denis
    dmitri dmitry egor ekaterina elena evgeny fedor galina gennady igor ilya inna irina kirill
    konstantin larisa leonid lyudmila maksim maxim mikhail nadezhda natalya nikita nikolai oksana
    oleg olga pavel pyotr roman ruslan semyon sergei sergey stanislav svetlana taras tatiana
    tatyana vadim valentina vasily viktor vitaly vladimir vladislav volodymyr vyacheslav yana
    yaroslav yevgeny yulia yuri zoya
    ahmet ali alper arda asli ayhan ayse aysegul baris berk burak burcu can cem cengiz deniz
    derya ebru ece elif emel emine emre engin erdem eren erhan erkan esra fatih fatma ferhat
    gamze gizem gokhan gul hakan halil hande hasan huseyin ibrahim ilker ismail kemal kerem
    mehmet melek meltem merve mert murat mustafa nihat nur okan onur orhan osman ozan ozge
    ozgur ozlem pelin pinar ramazan recep sebnem seda selim selin sema serdar serkan sevgi sinan
    suleyman tamer tarik tolga tugba turgut ufuk ugur umit veli volkan yasemin yavuz yigit yusuf
    zeynep
    abdul abdullah abdulrahman adel ahmad ahmed aisha amina amir amr aziz bilal fadi faisal fahad
    farah farid faris fatima habib hadi hamad hamid hana hani hassan hatem hisham hussain hussein
    iman imran ismail jamal jamil karim khaled khalid layla leila mahmoud majid malik mariam
    marwan maryam mohamed mohammad mohammed mona mostafa muhammad mustafa nabil nadia nasser noor
    nour omar osama qasim rami rana rashid reem saad saeed said salah saleh salem salim salma sami
    samir sana sara tamer tariq wael waleed yasmin yasser yousef youssef zainab ziad
    abhay abhijit abhishek aditi aditya ajay akash akhil alok amar amit amitabh amol anand ananya
    anil anita anjali ankit ankur anup anupam aparna arjun arun aruna arvind asha ashish ashok
    ashwin avinash bala balaji bhaskar bhushan bhuvan chandra chandrasekhar charan chetan deepa
    deepak deepika dev devendra dilip dinesh divya ganesh gaurav gautam geeta geetha girish gopal
    govind hari harish harsh hemant indira jagdish jaya jayant jayesh jitendra jyoti kailash kalpana
    kalyan kamal kamlesh karan karthik kartik kavita kiran kishore krishna kumar kunal lakshmi
    lalit lata madan madhav madhu mahesh manish manisha manoj maya meena meera mehul mohan mohit
    mukesh mukund murali nagesh naresh narayan naveen neha nikhil nilesh nisha nitin padma pankaj
    parag parth pooja prabhu pradeep prakash pramod pranav prasad prashant pratik praveen preeti
    prem priya priyanka purushottam raghav raghu rahul raj raja rajan rajani rajeev rajendra rajesh
    rajiv raju rakesh ram rama ramakrishna raman ramesh rani ravi ravindra rekha ritu rohan rohit
    roshan rupesh sachin sagar sandeep sandhya sangeeta sanjay sanjeev santosh sarita sathish
    satish satya satyanarayana saurabh savita seema shailesh shankar sharad shashi sheela shekhar
    shilpa shiva shobha shreya shrikant shweta siddharth smita sneha sridhar srikanth srinivas
    srinivasa subhash subramanian sudha sudhir sujata sumit sunil sunita suresh surendra surya
    sushil sushma swapna swati tarun tushar uday uma umesh usha vaibhav varsha varun vasant venkat
    venkata venkatesh vidya vijay vikas vikram vinay vineet vinod vipul vishal vishnu vivek yash
    yogesh
    akihiro akihito akiko akio akira asami asuka atsushi aya ayaka ayako ayumi chie chieko chika
    daichi daiki daisuke eiji eiko emi emiko eri fumiko fumio hajime hana haruka haruki haruko
    hayato hidehiko hideki hideko hideo hideyuki hikaru hiroaki hiroki hiroko hiromi hiroshi
    hiroto hiroyuki hisashi hitomi hitoshi ichiro isamu jiro jun junichi junko kaito kana kanako
    kaori kazuhiko kazuhiro kazuki kazuko kazumi kazuo kazuya keiichi keiko keisuke keita kei
    ken kenichi kenji kenta kentaro kiyoshi koichi koji kosuke kota kumiko kunio kyoko kyosuke
    machiko mai makiko makoto mami mana manabu mari mariko masahiko masahiro masaki masako
    masami masanori masao masaru masashi masato masaya mayumi megumi michiko midori mie mika
    miki mikio minako minoru misaki mitsuo mitsuru miyuki momoko motoki nana nao naoki naoko naomi
    naoto natsuko natsumi noboru nobuko nobuo nobuyuki noriko norio osamu rei reiko rie riku rina
    risa ryo ryoichi ryoko ryosuke ryota ryoya ryuichi saki sakura satoko satomi satoru satoshi
    sayaka sayuri seiichi seiji shigeo shigeru shin shinichi shinji shinobu shinya shiori shiro
    shizuka sho shogo shoichi shota shuichi shuji shun shunsuke sota susumu tadashi taichi taiki
    takahiro takako takao takashi takayuki takeo takeshi taku takumi takuya tamotsu taro tatsuo
    tatsuya teruo tetsuo tetsuya tomohiro tomoko tomomi tomoyuki toru toshiaki toshihiro toshiko
    toshio toshiyuki tsubasa tsuyoshi wataru yasuhiro yasuko yasuo yasushi yoichi yoko yoshiaki
    yoshie yoshihiro yoshiki yoshiko yoshinobu yoshio yoshiyuki yosuke yu yuichi yuji yuka yukari
    yuki yukiko yukio yuko yumi yumiko yuri yusuke yuta yutaka yuto
    chen cheng dong fang feng gang guo hai hao hong hua hui jian jiang jie jing jun kai lan lei li
    liang lin ling liu long mei min ming na ning peng ping qiang qing rong rui shan tao ting wang
    wei wen wu xia xiang xiao xin xiu xu yan yang ye yi yong yu yuan yue yun zhang zhao zhen zheng
    zhi zhong zhou zhu bo chao
    dae eun hee hye hyun ji jin joon jung kyung mi min sang seung soo sook sung woo yeon young
    an anh binh chau cuong duc dung duong giang ha hang hieu hoa hoang hung huong huy khanh lan
    linh long mai minh nam nga ngoc nguyen nhung phuong quan quang quynh son thanh thao thi thuy
    tien trang trung tuan tung van viet vinh yen
    aditya agus andi bambang budi dewi dian eko fajar fitri hendra indra iwan joko lestari putri
    rina rizky sari siti sri teguh wahyu yanti yudi
    abiola ade adebayo amara bola chidi chinedu chioma chukwu emeka femi funke ifeoma kofi kwame
    kwesi ngozi nkechi obinna ola olu segun tunde uche yaw
    adina alexandru bogdan catalin corina cosmin cristian daniela dragos elena florin gabriela
    gheorghe ioan ioana ion ionut laurentiu liviu lucian madalina marius mihaela mihai mircea
    monica nicoleta ovidiu radu razvan sorin stefan stelian teodor tiberiu traian valentin vasile
    vlad agnes attila balazs bela csaba eniko erika erzsebet eszter ferenc gabor geza gyorgy gyula
    ildiko imre istvan janos jozsef judit katalin krisztina laszlo levente lajos magda marton
    miklos orsolya peter piroska sandor szilvia tamas tibor vilmos zoltan zsofia zsolt zsuzsanna
    alexandros anastasios andreas angelos antonis apostolos aristotelis athanasios christos
    constantinos demetrios dimitris dimitra eleni eleftherios evangelos fotini georgia georgios
    giannis ioanna ioannis katerina konstantinos kostas maria michalis nikolaos nikos panagiotis
    pavlos petros sofia spyros stavros stelios thanasis theodoros vasiliki vasilis yannis
    bojan branko dejan dragan goran ivana jelena jovan ljubica luka marija marko mila milan
    milica milos mirjana nenad nikola petar predrag sanja slobodan srdjan tamara vesna vladan
    zoran zvonimir ante davor hrvoje josip kresimir mate tomislav vedran
    """
)
