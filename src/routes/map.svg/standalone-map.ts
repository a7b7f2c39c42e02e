/** The view's map as a document of its own: the same selection, legend and words as the page. */
import type { MachineRequest } from '$lib/server/http/machine-answer.ts';
import { en } from '$lib/i18n/en.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { zhCN } from '$lib/i18n/zh-CN.ts';
import { buildScene } from '$lib/map/scene.ts';
import { furnitureBoxes } from '$lib/map/svg/furniture.ts';
import { renderStandalone, type LegendEntry } from '$lib/map/svg/standalone.ts';
import { swatchOf } from '$lib/map/svg/swatch.ts';
import { homeHref } from '$lib/view/link.ts';
import { legendView, type LegendView } from '$lib/view/legend.ts';
import { mapSources } from '$lib/view/map-sources.ts';
import { furnitureWords, sceneWords } from '$lib/view/scene-words.ts';

export function standaloneMap(request: MachineRequest, approvalNumber: string | null): string {
  const { model, view, at, lang } = request;
  const { geometry, data } = model.site;
  const { programme } = data;
  const say = sentences[lang];
  const labels = lang === 'en' ? en : zhCN;
  const { theme, show } = view;
  const furniture = furnitureWords(approvalNumber, say);
  const selection = model.selection(
    { theme, at, show, sort: 'code', isDescending: false },
    view.knownAt,
  );
  const scene = buildScene({
    geometry,
    selection,
    selectedCode: view.county,
    words: sceneWords(programme, theme, say),
    hrefOf: (county) => homeHref(view, { county }),
    furniture: (frame) => furnitureBoxes(frame, furniture),
  });
  const legend = legendView(programme, selection, view, say);
  const reports = selection.rows.map(({ reportedTo }) => reportedTo).filter((day) => day !== null);
  const dataUpTo = reports.sort().at(-1) ?? null;
  const cited = mapSources(model.knowledge(view.knownAt), theme, at).map(({ title }) => title);
  const documents = say.map.documents(cited);
  return renderStandalone(scene, {
    ...furniture,
    siteName: programme.name[lang],
    title: say.legend.themeTitle(theme, selection.measure),
    subtitle: `${say.format.date(at)} · ${say.card.dataUpTo(dataUpTo)}`,
    description: say.legend.mapSentence(
      theme,
      selection.measure,
      at,
      legend.classes.filter(({ count }) => count > 0),
    ),
    look: 'light',
    language: lang,
    dataUpTo,
    legendTitle: labels.legend,
    legend: legendEntries(legend),
    notes: [
      ...(legend.figures ? [legend.figures] : []),
      ...(documents.length > 0 ? [labels.pair(labels.factSources, documents)] : []),
      labels.pair(labels.boundaries, programme.map.credit[lang]),
    ],
    demonstration: programme.demonstration ? labels.demonstration : undefined,
  });
}

function legendEntries({ classes, unreported, possible }: LegendView): readonly LegendEntry[] {
  return [
    ...classes.map(({ paint, name, countText }) => ({
      ...swatchOf(paint),
      text: name,
      count: countText,
    })),
    ...(unreported
      ? [
          {
            paint: 'none',
            patterns: ['hatch'],
            text: unreported.name,
            count: unreported.countText,
          } as const,
        ]
      : []),
    ...(possible
      ? [
          {
            paint: 'step-0',
            patterns: ['dots'],
            text: possible.name,
            count: possible.countText,
          } as const,
        ]
      : []),
  ];
}
