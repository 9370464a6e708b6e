// Datelines of many lands, and the reporters that they name.
#include <catch2/catch.hpp>
#include <memory_resource>
#include <string>

#include "core/article.h"

using namespace article;

namespace {

std::string value(const Fields& fields, Field field) {
  const FieldValue* found = fields.first(field);
  return found == nullptr ? "-" : std::string(found->value);
}

// "place | date | agency | author | lead" of an article whose first line is a headline.
std::string read(const std::string& headline, const std::string& body) {
  Options options;
  options.reference_time = "2021-10-06T20:00:00Z";
  const std::string text = headline + "\n\n" + body + "\n";
  Document document(text, options, std::pmr::get_default_resource());
  const Fields& fields = document.fields(Interrupt());
  return value(fields, Field::kDatelinePlace) + " | " + value(fields, Field::kDatelineDate) + " | " +
         value(fields, Field::kAgency) + " | " + value(fields, Field::kAuthor) + " | " + value(fields, Field::kLead);
}

}  // namespace

TEST_CASE("dateline: a date before a bracket is looked for before the prose and its dates") {
  CHECK(
      read("Reabre la biblioteca de Valdemora tras el incendio",
           "Valdemora, 6 oct (EFE).- La biblioteca municipal reabrió este miércoles sus puertas, siete meses después "
           "del "
           "incendio que destruyó una parte de sus fondos.\n\nLa reforma ha costado dos millones de euros, de los que "
           "el Gobierno regional ha aportado la mitad.") ==
      "Valdemora | 2021-10-06 | EFE | - | La biblioteca municipal reabrió este miércoles sus puertas, siete meses "
      "después del incendio que destruyó una parte de sus fondos.");
}

TEST_CASE("dateline: a day without a year is none that was still to come when the page was captured") {
  CHECK(read("Reabre la biblioteca de Valdemora tras el incendio",
             "Valdemora, 7 nov (EFE).- La biblioteca municipal reabrió este sábado sus puertas, siete meses después "
             "del incendio que destruyó una parte de sus fondos.\n\nLa reforma ha costado dos millones de euros.")
            .find("Valdemora | 2020-11-07 | EFE") == 0);
}

TEST_CASE("dateline: scripts without capitals") {
  CHECK(read("पहाड़ी गांव को मिला अपना पुस्तकालय, बच्चों में खुशी",
             "सोनपुर, 7 फरवरी (भाषा) पहाड़ी गांव सोनपुर में शुक्रवार को एक पुस्तकालय खोला गया, जिसमें पांच हजार से अधिक पुस्तकें हैं।\n\n"
             "सरपंच ने बताया कि पुस्तकालय के लिए गांव के लोगों ने दो साल तक चंदा जमा किया।")
            .find("सोनपुर | 2021-02-07 | भाषा | - | पहाड़ी गांव") == 0);
  CHECK(read("افتتاح مكتبة عامة في وادي النخيل بعد ثلاث سنوات من العمل",
             "الرباط - 12 مارس 2021 (وكالات) - افتتحت بلدية وادي النخيل يوم السبت مكتبة عامة تضم أكثر من ثلاثين ألف "
             "كتاب.\n\nوقال المنوني إن المكتبة ستفتح أبوابها كل يوم حتى العاشرة ليلا.")
            .find("الرباط | 2021-03-12 | وكالات | - | افتتحت بلدية") == 0);
}

TEST_CASE("dateline: reporters in a bracket or between two marks are the authors") {
  CHECK(read("青石镇修复百年石桥",
             "新华社青石镇5月16日电（记者林晓燕）青石镇的百年石桥经过一年多的修复，16日重新向行人开放。\n\n"
             "这座石桥长42米，建于1908年。去年的洪水冲毁了两个桥墩，当地居民只能绕行五公里。") ==
        "青石镇 | 2021-05-16 | 新华社 | 林晓燕 | 青石镇的百年石桥经过一年多的修复，16日重新向行人开放。");
  CHECK(read("폐교가 마을 빵집으로…주민들이 함께 운영",
             "(강릉=연합뉴스) 이서윤 기자 = 학생이 없어 문을 닫은 산골 초등학교가 마을 빵집으로 다시 태어났다.\n\n"
             "주민 열두 명이 조합을 만들어 옛 급식실에 오븐을 들여놓고 매일 아침 빵을 굽는다.") ==
        "강릉 | - | 연합뉴스 | 이서윤 | 학생이 없어 문을 닫은 산골 초등학교가 마을 빵집으로 다시 태어났다.");
}

TEST_CASE("dateline: a name and a date are none") {
  CHECK(
      read("Harbour council agrees on new ferry line after years of talks",
           "MARA ILVENT - March 5\n\nThe harbour council agreed on a ferry line that the town had waited for since the "
           "old bridge was closed.")
          .find("- | - | - |") == 0);
}

TEST_CASE("dateline: a name and an age are none") {
  CHECK(read("Farmer who moved the river has to pay",
             "Mara Ilvent (61), of Harbour Lane, pleaded guilty at the court of Brenford to four counts of moving a "
             "river.\n\nThe judge gave her eighteen months to pay.")
            .find("- | - | - |") == 0);
}

TEST_CASE("byline: the Korean word stands behind the names") {
  const std::string text =
      "폐교가 마을 빵집으로…주민들이 함께 운영\n이서윤·김도현 기자\n입력 2022.04.11 09:20\n\n"
      "주민 열두 명이 조합을 만들어 옛 급식실에 오븐을 들여놓고 매일 아침 빵을 굽는다.\n\n"
      "조합장 박정호 씨는 \"학교에서 다시 냄새가 나고 사람 소리가 난다\"고 말했다.\n";
  Document document(text, Options(), std::pmr::get_default_resource());
  const Fields& fields = document.fields(Interrupt());
  std::string authors;
  fields.each(Field::kAuthor, [&](std::string_view name) { authors += std::string(name) + ";"; });
  CHECK(authors == "이서윤;김도현;");
  CHECK(value(fields, Field::kInLanguage) == "ko");
}

TEST_CASE("attribution: the source stands before the phrase where the language puts it there") {
  const auto attribution = [](const std::string& text) {
    Document document(text, Options(), std::pmr::get_default_resource());
    return value(document.fields(Interrupt()), Field::kAttribution);
  };
  CHECK(attribution("Yeni köprü açıldı\n\nUlaştırma Bakanlığı'nın açıklamasına göre yeni köprü pazartesi günü trafiğe "
                    "açıldı ve her "
                    "gün otuz bin araç geçmesi bekleniyor.\n\nKöprünün uzunluğu iki kilometre olarak açıklandı.\n") ==
        "Ulaştırma Bakanlığı");
  CHECK(attribution("新しい橋が開通\n\n国土交通省によると、新しい橋は月曜日に開通し、毎日三万台の車が通る見込みだ。橋は"
                    "二年で完成した。\n\n"
                    "橋の長さは二キロで、工事には多くの費用がかかった。\n") == "国土交通省");
  CHECK(
      attribution(
          "New bridge opens after two years of work\n\nAccording to the Ministry of Transport the new bridge opened on "
          "Monday and thirty thousand cars are expected every day.\n\nIt is two kilometres long.\n") ==
      "the Ministry of Transport");
}

TEST_CASE("dateline: what closes it in Chinese and Japanese: the sign for a wire, in either script, or a bracket") {
  const std::string lead = "青石镇的百年石桥经过一年多的修复，重新向行人开放。";
  const std::string more = "\n\n这座石桥长42米，建于1908年。去年的洪水冲毁了两个桥墩，当地居民只能绕行五公里。";
  for (const char* sign : {"电", "電", "讯", "訊", "报"}) {
    const std::string read_lead =
        read("青石镇修复百年石桥", "新华社青石镇5月16日" + std::string(sign) + "　" + lead + more);
    INFO(sign << " " << read_lead);
    CHECK(read_lead.find("青石镇 | 2021-05-16 | 新华社") == 0);
  }
  CHECK(read("青石镇修复百年石桥", "【新华社青石镇5月16日电】" + lead + more)
            .find("青石镇 | 2021-05-16 | 新华社 | - | 青石镇的") == 0);
  CHECK(read("青石镇修复百年石桥", "（新华社青石镇5月16日电）" + lead + more)
            .find("青石镇 | 2021-05-16 | 新华社 | - | 青石镇的") == 0);
  CHECK(read("青石镇修复百年石桥", "新华社青石镇5月16日电（）" + lead + more)
            .find("青石镇 | 2021-05-16 | 新华社 | - | ") == 0);
  CHECK(read("青石镇修复百年石桥", "新华社青石镇5月16日电（记者林晓燕 " + lead + more).find("青石镇 | 2021-05-16") ==
        0);
}

TEST_CASE("dateline: a Korean bracket holds place and agency, the reporter may be missing") {
  const std::string lead = "학생이 없어 문을 닫은 산골 초등학교가 마을 빵집으로 다시 태어났다.";
  const std::string more = "\n\n주민 열두 명이 조합을 만들어 옛 급식실에 오븐을 들여놓고 매일 아침 빵을 굽는다.";
  CHECK(read("폐교가 마을 빵집으로", "(강릉=연합뉴스) " + lead + more) == "강릉 | - | 연합뉴스 | - | " + lead);
  CHECK(read("폐교가 마을 빵집으로", "(강릉=연합뉴스) = " + lead + more).find("강릉 | - | 연합뉴스 | - | ") == 0);
  CHECK(read("폐교가 마을 빵집으로", "(강릉=) " + lead + more).find("- | - | - | - | ") == 0);
  CHECK(read("폐교가 마을 빵집으로", "(강릉=연합뉴스 " + lead + more).find("- | - | ") == 0);
}

TEST_CASE("dateline: without date and agency three words must follow") {
  CHECK(read("Rain ends drought in Brenford", "BRENFORD - It rained again.").find("BRENFORD | ") == 0);
  CHECK(read("Rain ends drought in Brenford", "BRENFORD - It rained.").find("- | ") == 0);
}

TEST_CASE("dateline: the name of an agency may have marks inside") {
  CHECK(read("Le pont de Valcourt rouvre après les travaux",
             "PARIS, 5 oct (Agence France-Presse) - Le pont de Valcourt a rouvert jeudi après neuf ans de travaux, a "
             "annoncé le ministère.\n\nLes bateaux partent chaque lundi de sept heures à midi.")
            .find("PARIS | 2021-10-05 | Agence France-Presse | ") == 0);
}

TEST_CASE("dateline: of the reporter between two marks the byline ends before the second") {
  const std::string text =
      "폐교가 마을 빵집으로…주민들이 함께 운영\n\n(강릉=연합뉴스) 이서윤 기자 = 학생이 없어 문을 닫은 산골 초등학교가 "
      "마을 빵집으로 다시 "
      "태어났다.\n\n주민 열두 명이 조합을 만들어 옛 급식실에 오븐을 들여놓고 매일 아침 빵을 굽는다.\n";
  Document document(text, Options(), std::pmr::get_default_resource());
  CHECK(value(document.fields(Interrupt()), Field::kByline) == "이서윤 기자");
}
