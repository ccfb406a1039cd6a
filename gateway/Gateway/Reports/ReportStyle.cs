namespace CoinRig.Gateway;

/// <summary>How a report looks on a screen and on A4.</summary>
static class ReportStyle
{
    public const string Css = """
        @page { size: A4; margin: 18mm 16mm; }
        :root { color-scheme: light; }
        body { color: #1c1c1c; background: #fff; font: 10.5pt/1.45 Georgia, "DejaVu Serif", serif; max-width: 178mm; margin: 12mm auto; padding: 0 4mm; }
        h1, h2, h3, th, figcaption, table, .facts { font-family: Arial, "DejaVu Sans", sans-serif; }
        h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; overflow-wrap: anywhere; }
        h2 { font-size: 13pt; margin: 9mm 0 3mm; padding-bottom: 1mm; border-bottom: 0.4mm solid #1c1c1c; }
        h3 { font-size: 10.5pt; margin: 6mm 0 2mm; }
        h2, h3 { break-after: avoid; }
        p { margin: 0 0 2.5mm; }
        .lead { font-size: 11pt; color: #444; margin-bottom: 5mm; }
        .note { font-size: 9pt; color: #444; }
        table { border-collapse: collapse; font-size: 7.8pt; line-height: 1.3; margin: 0 0 4mm; max-width: 100%; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th { text-align: left; vertical-align: bottom; font-weight: 600; border-bottom: 0.3mm solid #1c1c1c; padding: 0.6mm 3mm 0.6mm 0; }
        td { vertical-align: top; border-bottom: 0.1mm solid #d5d5d5; padding: 0.5mm 3mm 0.5mm 0; overflow-wrap: break-word; }
        th.n, td.n { text-align: right; }
        td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
        td.unit { white-space: nowrap; }
        td.bad { color: #777; text-decoration: line-through; }
        td.biased { color: #777; font-style: italic; }
        .facts th { border: 0; font-weight: 400; color: #555; white-space: nowrap; vertical-align: top; }
        .facts td { border: 0; overflow-wrap: anywhere; }
        .figures { display: flex; flex-wrap: wrap; gap: 4mm 5mm; align-items: flex-start; }
        figure { margin: 0; break-inside: avoid; }
        figure.single { width: 86mm; }
        figure.double { width: 178mm; }
        figure svg { display: block; width: 100%; height: auto; }
        figcaption { font-size: 8pt; line-height: 1.35; color: #333; margin-top: 1mm; }
        .formula { margin: 1mm 0 3mm 8mm; font-style: italic; }
        .formula sub, .formula sup, .formula .u { font-style: normal; }
        sub, sup { line-height: 0; }
        .warning { border-left: 1mm solid #d55e00; padding-left: 3mm; }
        ol.references { font-size: 9pt; padding-left: 5mm; }
        ol.references li { margin-bottom: 1mm; }
        footer { margin-top: 10mm; font-size: 8.5pt; color: #555; border-top: 0.1mm solid #999; padding-top: 2mm; }
        @media (max-width: 190mm) { figure.double { width: 100%; } .wide { overflow-x: auto; } }
        @media print { body { margin: 0; padding: 0; max-width: none; } section.page { break-before: page; } section.page > h2 { margin-top: 0; } .wide { overflow: visible; } }
        """;
}
