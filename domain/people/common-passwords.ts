// The passwords of ten characters and more that people choose most, small letters, without the digits that stand
// around them. Chosen from the frequency lists in zxcvbn-ts (MIT) and from what Chinese leaks are full of.
// Sequences, keyboard walks and repeats are not listed: password.ts sees them by rule.
export const commonPasswords: ReadonlySet<string> = new Set(`
password passwords mypassword nopassword newpassword passw0rd p@ssw0rd p@ssword changeme letmein letmeinnow opensesame
welcome welcomeback trustno trustnoone administrator administrador superuser supervisor security computer computador
microsoft internet wireless keyboard developer programmer testing testtest testuser iloveyou iloveyouu iloveme
ilovemyself ilovegod ilovegirls lovelove loveyou loveislife forever foreverlove woaini woainiforever woaiwojia
woaizhongguo wodemima mimamima buzhidao zhangsan zhongguo woaimama woaibaba woaixuexi woaibeijing tamade caonima
nihaoma xiexieni xiaoxiao baobei baobeibaobei laopowoaini laogongwoaini yishengyishi woaiwo woaininiaiwo qwertyasdf
asdfasdf zhanghao wangzherongyao yuanshen zhifubao taobao alibaba tencent weixin wechat weixinxiaochengxu xiaochengxu
miniprogram guoshen guoshenguoshen woyaoguoshen basketball football baseball volleyball streetball skateboard
manchester liverpool realmadrid barcelona fcbarcelona juventus arsenal chelsea astonvilla galatasaray fenerbahce
sunderland ronaldinho ronaldo schumacher steelers cheerleader wrestling tigerwoods undertaker terminator highlander
nintendo playstation minecraft runescape dragonball dragonballz finalfantasy evangelion needforspeed devilmaycry
callofduty counterstrike battlefield clubpenguin warcraft worldofwarcraft leagueoflegends starcraft halflife pokemon
pikachu hellokitty sailormoon spiderman superman supermanboy batman transformers transformer starwars darthvader
jediknight lightsaber skywalker harrypotter mickeymouse tinkerbell cinderella spongebob roadrunner ghostrider
masterchief bladerunner braveheart hellraiser armageddon apocalypse casablanca goldfinger jamesbond whosyourdaddy
iseedeadpeople powerrangers ironmaiden metallica evanescence limpbizkit ledzeppelin deeppurple depechemode rammstein
slipknot linkinpark tokiohotel justinbieber michaeljackson alexander alexandra alexandria alessandro alessandra
aleksander aleksandra anastasia anastasiya christopher christophe christian christina elizabeth jacqueline konstantin
kristopher maximilian sebastian stephanie valentina valentine victoria william jennifer jonathan nicholas benjamin
katherine charlotte francesco giovanni caterina madagaskar california washington mississippi losangeles copenhagen
amsterdam birmingham wellington winchester pittsburgh philadelphia georgetown springfield bangladesh newzealand
deutschland scandinavian stalingrad sevastopol puertorico montecarlo smallville chesterfield enterprise university
information professional experience experienced intelligence international independent connection collection
generation revolution revelation millennium technology management multimedia television telephone electronic
mechanical dictionary parliament translator ambassador imagination destination education foundation strawberry
blackberry watermelon chocolate cheesecake applesauce peanutbutter sunflower butterfly buttercup sweetheart girlfriend
boyfriend bestfriend friendship friends prettygirl princess prettyprincess beautiful wonderland underworld underground
undercover unbelievable unforgiven supernatural supersonic superduper superstar lighthouse thunderbird kingfisher
salamander caterpillar rattlesnake nightmare darkknight solidsnake fireball firefighter firestarter gunslinger
necromancer mastermind mastercard pathfinder challenger sidewinder lamborghini volkswagen mitsubishi hondacivic
porsche chevrolet motorcycle oldsmobile sonyericsson samsung motorola blackhawks wolverines hurricanes cowboys
microphone kamehameha astalavista abracadabra abrakadabra moneymaker moneymoney millionaire greedisgood leavemealone
neveragain everything something impossible incredible helloworld hellothere hellohello goodmorning sunshine summertime
primetime christmas birthday halloween november september december february wednesday whatever whatthehell whatsup
nothing absolutely alternative adrenaline jesuschrist jesusislord ingodwetrust lifeisgood angelofwar prometheus
metropolis cosmopolitan zaratustra motdepasse azertyuiop wachtwoord passwort hallohallo contrasena qwertzuiop
cheburashka matematika shevchenko bondarenko iddqdidkfa qpwoeiruty knickerless juggernaut reanimator grandmaster
chessmaster deerhunter correcthorse correcthorsebattery correcthorsebatterystaple thisisapassword thisismypassword
secretpassword
`.trim().split(/\s+/))
