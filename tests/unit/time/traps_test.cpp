// Sentences without a date, in which something looks like one: scores, prices, versions, phone numbers, names,
// newspapers, units of measure; and dates that such rules must not lose.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/time/time.h"

using namespace article;

namespace {

// "text=value" of each expression, joined by " | ".
std::string dates(const char* language, std::string_view text) {
  TimeContext context;
  context.language = find_time_language(language);
  context.prose = true;
  REQUIRE(parse_reference_time("2024-03-14T10:00:00", kNoOffset, &context.publication));
  const auto found = find_dates(text, 0, text.size(), context, Interrupt(), std::pmr::get_default_resource());
  std::string out;
  for (const DateExpression& expression : found) {
    const DateValue value = resolve(expression, context);
    out += (out.empty() ? "" : " | ") + std::string(text.substr(expression.begin, expression.end - expression.begin)) +
           "=" + (value.known ? std::string(value.text.view()) : "NULL");
  }
  return out;
}

struct Trap {
  const char* language;
  const char* sentence;
};

}  // namespace

TEST_CASE("time: what only looks like a date is none, in any language") {
  const Trap traps[] = {
      {"de", "Der Umsatz stieg in 2000 um 4,5 Prozent."},
      {"de", "Die Zahl der Fälle wuchs um 2000 auf 4500."},
      {"de", "Der Klub gewann 3-1 und verlor danach 0-2."},
      {"de", "Die Handballer siegten mit 23:21 gegen den Meister."},
      {"de", "Das Modell im Maßstab 1:24 kostet 19,99 Euro."},
      {"de", "Das Spiel endete 2:1 (1:0)."},
      {"de", "Rufen Sie 030 2019 1107 an."},
      {"de", "Das Spiel endete 38:22 (22:12)."},
      {"en", "Covid-19, part 1 of the report, was read by 1,500 people."},
      {"en", "The home side won 3-1 and then lost 2-10."},
      {"en", "Theresa May said she may go."},
      {"en", "They may march on the capital and may or may not second the motion."},
      {"en", "The phone costs $2,019 and runs version 10.12.2."},
      {"en", "Call 020 7946 0018 or +1 555 0199 for more."},
      {"en", "The set ended 7-5, 6-3."},
      {"en", "The drone, a model in scale 1:24, flew 12 metres."},
      {"en", "The soil has a pH of 5.5 to 6.5."},
      {"tr", "Takım rakibini Kasımpaşa'yı 2-1 mağlup etti."},
      {"en", "It was the second time in a second term."},
      {"en", "The score was 12-10 after 5 games."},
      {"en", "Her new fan has a 70C setting and weighs 2.5 kg."},
      {"en", "The Monthly Review cost 3.20 euros."},
      {"en", "The bill passed 218-210."},
      {"en", "Cooling needs 600W, and the 13m line costs 6p per hour."},
      {"en", "This was about 1/3 of the replies."},
      {"ja", "「当時の制度が十分機能しなかった」"},
      {"en", "See doi 10.1073 and version 2.0.1."},
      {"en", "The Night Porter won a prize."},
      {"en", "Their other centuries are gone."},
      {"en", "It ended 38:22 (22:12)."},
      {"fr", "Le quotidien annonce une quinzaine de départs et 3,5 % de hausse."},
      {"fr", "Le match s'est terminé 3-1, la version 2.0 coûte 12,50 euros."},
      {"fr", "Elle a été élue avec 51,2 % des voix."},
      {"fr", "Composez le 01 23 45 67 89."},
      {"fr", "Le prix 2.0 a été doublé."},
      {"es", "Un diario argentino publicó 3.000 ejemplares."},
      {"es", "Ganaron 3-1 en la prórroga y perdieron 2-0."},
      {"es", "La empresa vende 12.500 coches a 19.999 euros."},
      {"it", "Il modello in scala 1:24 costa 24,90 euro."},
      {"it", "La squadra ha vinto 3-1 con il 51,3 % di possesso."},
      {"it", "Il quotidiano costa 2,50 euro."},
      {"pt", "O diário publicou que a equipa venceu por 3-1."},
      {"pt", "O morro fica no Rio de Janeiro."},
      {"nl", "De ploeg won met 3-1 en de koers steeg 4,5 procent."},
      {"sv", "Laget vann med 3-1 och aktien steg 4,5 procent."},
      {"no", "De gikk på hver vår side av veien."},
      {"da", "Holdet vandt 3-1, og prisen var 12,50 kroner."},
      {"fi", "Joukkue voitti 3-1 ja hinta nousi 4,5 prosenttia."},
      {"pl", "Drużyna wygrała 3-1, a cena wzrosła o 4,5 proc."},
      {"cs", "Hráč se vrátil do středu zálohy a vyhráli 3:1."},
      {"hu", "A csapat 3-1-re nyert."},
      {"ro", "Echipa a câștigat cu 3-1."},
      {"tr", "Takım 34. haftaya lider girdi ve 3-1 kazandı."},
      {"tr", "Satış 10 bin 324 oldu."},
      {"ru", "Команда выиграла 3-1, акции выросли на 4,5 процента."},
      {"uk", "Команда виграла 3:1, ціна 12,50 гривень."},
      {"ar", "فاز الفريق 3-1 وبلغ السعر 12,5."},
      {"fa", "تیم 3-1 برد."},
      {"fa", "حدود ۱۴۰۰ نفر در ۱۳۵۰ مورد آمدند."},
      {"he", "הקבוצה ניצחה 3-1."},
      {"ja", "日本の人口は1億2000万人、十分な数だ。"},
      {"ja", "試合は3-1で終わった。"},
      {"zh", "比分是3-1，价格上涨4.5%。"},
      {"ko", "그것은 한 주인공의 일이다. 3-1로 이겼다."},
      {"hi", "टीम 3-1 से जीती।"},
      {"vi", "Đội thắng 3-1, giá tăng 4,5%."},
      {"id", "Tim itu menang 3-1, harga naik 4,5 persen."},
      {"th", "รัฐบาลมีความพร้อมอีกคนหนึ่ง"},
  };
  for (const Trap& trap : traps) {
    INFO(trap.language << ": " << trap.sentence);
    CHECK(dates(trap.language, trap.sentence) == "");
  }
}

TEST_CASE("time: a number that counts the next word is not part of a date") {
  CHECK(dates("en", "He turns 39 next month.") == "next month=2024-04");
  CHECK(dates("es", "Por séptima vez en 2024 se quedó a cero.") == "2024=2024");
  CHECK(dates("fr", "La salle, ouverte le 1er janvier 2000, a été fermée.") == "1er janvier 2000=2000-01-01");
  CHECK(dates("en", "It ranked 16th in the 2018 index.") == "2018=2018");
}

TEST_CASE("time: what stands beside a date is not part of it") {
  CHECK(dates("en", "Written by Example Today on November 7, 2023") == "Today on November 7, 2023=2023-11-07");
  CHECK(dates("de", "02.02.2022 10:16 Uhr - 1. Liga") == "02.02.2022 10:16 Uhr=2022-02-02T10:16");
  CHECK(dates("de", "02.02.2022 10:16 Uhr - 12:30 Uhr").find("2022-02-02T10:16/2022-02-02T12:30") != std::string::npos);
  CHECK(dates("ar", "الجمعة 24 نيسان / أبريل 2020") == "الجمعة 24 نيسان / أبريل 2020=2020-04-24");
}

TEST_CASE("time: the numbers of a pager and of a calendar are no timestamp") {
  TimeContext context;
  context.language = find_time_language("de");
  DateExpression found;
  for (const std::string_view row : {"10 - 25 - 50 Artikel", "8 9 10 11 12 13 14"}) {
    INFO(row);
    CHECK_FALSE(find_timestamp(row, 0, row.size(), context, &found));
  }
  CHECK(find_timestamp("20 02 2014", 0, 10, context, &found));
}

TEST_CASE("time: ranges of dates, months and years are one expression") {
  CHECK(dates("fr", "Du 26 juin au 28 juin 2020.") == "Du 26 juin au 28 juin 2020=2020-06-26/2020-06-28");
  CHECK(dates("fr", "Il vécut là de 2014 à mai 2018.") == "de 2014 à mai 2018=2014/2018-05");
  CHECK(dates("es", "Del 18 de noviembre al 19 de diciembre de 2015.") ==
        "Del 18 de noviembre al 19 de diciembre de 2015=2015-11-18/2015-12-19");
  CHECK(dates("ja", "4月1日から5月7日まで") == "4月1日から5月7日=2024-04-01/2024-05-07");
  CHECK(dates("en", "It was closed from mid-2007 to the end of 2008.") ==
        "from mid-2007 to the end of 2008=2007-07-02/2009");
}

TEST_CASE("time: years of the Buddhist era are those of Thai texts") {
  CHECK(dates("th", "วันที่ 21 ม.ค. 2561") == "วันที่ 21 ม.ค. 2561=2018-01-21");
}

TEST_CASE("time: an hour with minutes and the word for hours is a time of day") {
  CHECK(dates("es", "Llegaron a las 19.30 horas.") == "a las 19.30 horas=T19:30");
  CHECK(dates("es", "Esperaron 2,5 horas.") == "2,5 horas=PT2.5H");
  CHECK(dates("de", "Um 23:21 Uhr fiel das 23:21.").find("Um 23:21 Uhr=T23:21") == 0);
}

TEST_CASE("time: a mark of money, of a number or of a share beside a figure means that it is no date") {
  const Trap traps[] = {{"en", "They paid $7.11 for it."},         {"en", "Call +7 11 2019 now."},
                        {"en", "It rose 20.11% there."},           {"en", "The code 1.7.11.2019 is new."},
                        {"en", "The score was 3-7-11-2019 then."}, {"en", "They paid \u20AC7.11 for it."},
                        {"en", "The ratio 1:12:31:40 was new."}};
  for (const Trap& trap : traps) {
    INFO(trap.sentence);
    CHECK(dates(trap.language, trap.sentence) == "");
  }
}

TEST_CASE("time: a day and month behind a word of ranges is a date though the range has one end") {
  CHECK(dates("de", "Die Ausgabe vom 3.11. ist da.") == "3.11=2023-11-03");
  CHECK(dates("de", "Das gilt bis zum 30.4. für alle.") == "30.4=2024-04-30");
  CHECK(dates("de", "Das gilt ab 1.4. für alle.") == "1.4=2024-04-01");
  CHECK(dates("de", "vom 3.4. bis 5.4. ist Messe") == "vom 3.4. bis 5.4=2024-04-03/2024-04-05");
}

TEST_CASE("time: a version of three or four numbers is no day and month") {
  CHECK(dates("de", "Die Version 3.11.5 ist da.") == "");
  CHECK(dates("de", "Die Messe am 3.11.5 ist da.") == "");
  CHECK(dates("de", "Die Messe am 3.11. ist da.") == "3.11=2023-11-03");
  CHECK(dates("de", "Die Version 1.2.3.4 ist da.") == "");
  CHECK(dates("de", "Die Version 3.11. ist da.") == "");
  CHECK(dates("en", "The version 7.11.2019.5 is out.") == "");
}
