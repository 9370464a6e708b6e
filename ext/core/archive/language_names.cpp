#include "core/archive/language_names.h"

#include "core/archive/scan.h"

namespace article {

namespace {

struct LanguageName {
  std::string_view name;
  std::string_view tag;
};
constexpr LanguageName kLanguages[] = {{"english", "en"},
                                       {"englisch", "en"},
                                       {"anglais", "en"},
                                       {"ingl\u00E9s", "en"},
                                       {"inglese", "en"},
                                       {"engels", "en"},
                                       {"german", "de"},
                                       {"deutsch", "de"},
                                       {"allemand", "de"},
                                       {"alem\u00E1n", "de"},
                                       {"tedesco", "de"},
                                       {"french", "fr"},
                                       {"franz\u00F6sisch", "fr"},
                                       {"fran\u00E7ais", "fr"},
                                       {"FRAN\u00C7AIS", "fr"},
                                       {"franc\u00E9s", "fr"},
                                       {"francese", "fr"},
                                       {"spanish", "es"},
                                       {"spanisch", "es"},
                                       {"espagnol", "es"},
                                       {"espa\u00F1ol", "es"},
                                       {"ESPA\u00D1OL", "es"},
                                       {"italian", "it"},
                                       {"italienisch", "it"},
                                       {"italien", "it"},
                                       {"italiano", "it"},
                                       {"dutch", "nl"},
                                       {"niederl\u00E4ndisch", "nl"},
                                       {"n\u00E9erlandais", "nl"},
                                       {"nederlands", "nl"},
                                       {"portuguese", "pt"},
                                       {"portugiesisch", "pt"},
                                       {"portugais", "pt"},
                                       {"portugu\u00EAs", "pt"},
                                       {"russian", "ru"},
                                       {"russisch", "ru"},
                                       {"russe", "ru"},
                                       {"\u0440\u0443\u0441\u0441\u043A\u0438\u0439", "ru"},
                                       {"\u0420\u0443\u0441\u0441\u043A\u0438\u0439", "ru"},
                                       {"Ukrainisch", "uk"},
                                       {"T\u00FCrk\u00E7e", "tr"},
                                       {"turkish", "tr"},
                                       {"t\u00FCrkisch", "tr"},
                                       {"azerbaijani", "az"},
                                       {"arabic", "ar"},
                                       {"chinese", "zh"},
                                       {"japanese", "ja"},
                                       {"polish", "pl"},
                                       {"polnisch", "pl"},
                                       {"swedish", "sv"},
                                       {"danish", "da"},
                                       {"norwegian", "no"},
                                       {"finnish", "fi"},
                                       {"greek", "el"},
                                       {"czech", "cs"},
                                       {"hungarian", "hu"},
                                       {"romanian", "ro"},
                                       {"ukrainian", "uk"},
                                       {"korean", "ko"},
                                       {"indonesian", "id"},
                                       {"catalan", "ca"}};

}  // namespace

std::string_view language_tag_of(std::string_view name) noexcept {
  name = visible(name.substr(0, name.find_first_of(";,(/")));
  if (name.size() == 2) {
    return name;
  }
  for (const LanguageName& known : kLanguages) {
    if (equal_nocase(name, known.name)) {
      return known.tag;
    }
  }
  return {};
}

}  // namespace article
