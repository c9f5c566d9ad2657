// Letters that look like other letters, for the skeleton of a name (UTS 39 §4).
// Source: Unicode security data, confusables.txt, "MA" class (© Unicode, Inc., https://www.unicode.org/license.txt),
// narrowed to single letters of the scripts a name may use that NFKC and NFD leave alone.
// Each entry reads prototype=look-alikes.
const table = String.raw`
!=ǃ &=ꝸ '=ꞌ 'B=Ɓ 'D=Ɗ 'P=Ƥ 'T=Ƭ 'Y=Ƴ /=ノ丿 2=ꝚƧꙄ 2̵=ƻ 3=ꞫȜƷꝪЗӠ 3̦=Ҙ 5=Ƽ 6=б 8=ȣȢ 9=Ꝯ ?=ʔɁ A=ΑА AA=Ꜳ AE=ÆӔ AO=Ꜵ
AU=Ꜷ AV=ꜸꜺ AY=Ꜽ B=ꞴΒВ C=С C'=Ƈ C̦=Ҫ D̵=ĐÐƉ E=ΕЕ E̸=Ɇ F=ꞘϜ F̦=Ƒ G=Ԍ G'=Ɠ G̵=Ǥ H=ΗН H̦=ӉӇ H̩=ⱧҢ H̵=Ħ J=ꞲͿЈ J̵=Ɉ
K=ΚК K'=Ƙ K̩=ⱩҚ K̵=ꝀҞ L̸=Ł M=ΜϺМ M̦=Ӎ N=Ν N̦=Ɲ O=0〇ΟО OE=Œ OO=ꝎꚘ O̵=ƟꝊθΘӨѲ O̸=Ø P=ΡР R=Ʀ S=Ѕ T=ΤТ T3=Ꜩ T̨=Ʈ T̩=Ҭ
T̵=Ŧ T̸=Ⱦ U̵=Ʉ V=Ѵ W=Ԝ X=ꞳΧХ X̩=Ҳ Y=ΥУҮ Y̵=ɎҰ Z=Ζ Z̦=Ȥ Z̵=Ƶ \=丶 a=ɑαа aa=ꜳ ae=æӕ ao=ꜵ au=ꜷ av=ꜹꜻ ay=ꜽ b=ƄЬ bl=Ы
b̄=ƃƂБ b̔=ɓ b̵=ƀҍҌѣѢ c=ᴄс c̦=ҫ c̸=ȼ d=ԁ dz=ʣ dȝ=ʤ dʑ=ʥ d̄=ƌ d̔=ɗ d̨=ɖ d̵=đ e=ꬲеҽ ę=ҿ e̸=ɇ f=ꬵꞙẝ fŋ=ʩ f̦=ƒ f̴=ᵮ
g=ɡᶃƍ g̔=ɠ g̵=ǥ h=һ h̔=ɦꚕ h̵=ħћ i=ıɪɩιіꙇӏ i̵=ɨᵻᵼ j=ϳј j̵=ɉ k̔=ƙ l=1IƖǀΙІӀ lO=Ю ll=ǁ ls=ʪ lz=ʫ lȝ=ɮ l̨=ɭ l̴=ɫ
l̵=Ɨƚ l̸=ł n̨=ɳ n̩=ƞη n̴=ᵰ o=ᴏᴑꬽοσо oe=œ oo=ꝏꚙ o̵=ɵꝋөѳ o̸=øꬾ oᴇ=ɶ p=ρр p̔=ƥ p̵=ᵽ q=ԛ q̔=ʠ r=ꭇꭈᴦг r'=ґ rn=m rn̦=ɱ
rn̴=ᵯ r̨=ɽ r̩=ɼ r̴=ᵲ r̵=ɍғ s=ꜱƽѕ s̨=ʂ s̴=ᵴ tf=ꝷ ts=ʦ tȝ=ꜩ tɕ=ʨ tʃ=ʧ t̔=ƭ t̴=ᵵ t̵=ŧ u=ꞟᴜꭎꭒʋυ ue=ᵫ uo=ꭣ u̵=ᵾ v=ᴠνѵ
w=ɯᴡѡԝ w̦=ꝡ w҆҇=ѽ x=х y=ɣᶌʏỿꭚγуү y̔=ƴ y̵=ɏұ z=ᴢ z̦=ȥ z̨=ʐ z̴=ᵶ z̵=ƶ ·=ꞏ Þ=Ϸ ß=ꞵβ þ=ƿϸ ĸ=ᴋκк ĸ̩=қ ĸ̵=ҟ ƅ=ь ƅi=ы
Ɔ=ↃϽ Ə=Ә Ɛ=Ԑ ƨ=ᴤꙅ Ʃ=Σ ǝ=əә ǝo=ᴔ ǝo̵=ꭂ ǝo̸=ꭁ ǝ˞=ɚ Ƕ=Ԋ ȝ=ʒꝫӡ Ʌ=ΛЛ Ʌ̦=Ӆ ɋ=ᶐ ɔ=ↄᴐͻ ɔe=ꭢ ɔ̸=ꬿ ɜ=ᴈз ɜ̦=ҙ ɢ=ԍ ɸ=φф ɾ̴=ᵳ
ʃ=ꭍ ʊ̵=ᵿ ʌ=ᴧ ʍ=ᴍм ʍ̦=ӎ ʘ=Ꙩ ʙ=в ʚ=ꞝ ʜ=н ʜ̦=ӊӈ ʜ̩=ң ˉb=ъ ˉbi=ꙑ Γ=Г Γ'=Ґ Γ̵=Ғ Π=П Φ=Ф Ψ=Ѱ π=ᴨп ς=ϛ χ=ꭓꭕ ψ=ѱ ω=ꞷꙍ
Ѝ̦=Ҋ Ж̩=Җ И=Ͷ Ъl=Ꙑ ж̩=җ й̦=ҋ л=ᴫ л̦=ӆ љ=ꭠ Ѡ҆҇=Ѽ Ҷ=Ӌ ҷ=ӌ Ҽ̨=Ҿ ᴎ=ͷи ᴘ=ᴩ ᴙ=я ᴛ=τт ᴛ̩=ҭ ẟ=δ ∂̵=ð ❬=く𡿨 Ⱶ=Ͱ へ=ヘ ー=ꟷ一
㖈=䎛 㘽=㦳 㩁=搉 㫚=曶 㬵=胶 㬺=幐 㬻=䐠 㮣=槩 䀹=鿃 䀿=晣 䑃=朦 䚶=訞 二=ニ 亻=イ 併=倂 値=值 八=ハ 力=カ 卜=ト 口=ロ囗 啓=啟 土=士 塡=填 墫=壿 夕=タ 媯=嬀 工=エ 帡=帲
戶=戸 晚=晩 朌=肦 朏=胐 朐=胊 朓=脁 朘=脧 朣=膧 杮=柿 榝=樧 溈=潙 研=硏 絕=絶 胼=腁 蒍=蔿 蘷=虁 訮=詽 讆=讏 豜=豣 赿=趆 跥=跺 躗=躛 軿=輧 郎=郞 鎭=鎮 隷=隸 鹂=鹃 黑=黒
ꓕ=Ʇ ꓤ=Ꞟ Ꙍ=Ꞷ ꜧ=ꞕ Ꜿ=Ͽ ꜿ=ͽ Ꝺ=ꝺ Ꞓ=Є ꞓ=ɛεєԑ 𐊨=Ꚛ 𐐒=Ꞛ 𐐺=ꞛ
`

export const prototypes: ReadonlyMap<string, string> = new Map([
  ...table.trim().split(/\s+/).flatMap(entry => {
    const [prototype = '', lookAlikes = ''] = entry.split(/(?<=.)=/s)
    return Array.from(lookAlikes, letter => [letter, prototype] as const)
  }),
  // Ours, stricter than the data: a bare capital I is an l in most typefaces, so i, l and their kin count as one.
  ['i', 'l'],
])
