using System.Net;
using System.Text;

namespace CoinRig.Gateway;

/// <summary>Builds a page. Whatever is text is escaped; markup comes from the program alone.</summary>
sealed class HtmlPage
{
    readonly StringBuilder _html = new();

    /// <summary>A text as it may stand between tags and in attributes. What XML does not allow at all is shown as a box.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r') ? '□' : c)));

    /// <summary>The markup so far.</summary>
    public override string ToString() => _html.ToString();

    /// <summary>Adds markup of the program's own.</summary>
    public void Markup(string html) => _html.Append(html).Append('\n');

    /// <summary>Begins a section with a heading.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="classes">How it is printed: "page" begins a new page.</param>
    public void Section(string heading, string classes = "") => Markup($"<section{(classes.Length > 0 ? $" class=\"{classes}\"" : "")}>\n<h2>{Escape(heading)}</h2>");

    /// <summary>Ends a section.</summary>
    public void EndSection() => Markup("</section>");

    /// <summary>Adds a heading below that of a section.</summary>
    public void Heading(string text) => Markup($"<h3>{Escape(text)}</h3>");

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(string text) => Markup($"<p>{Escape(text)}</p>");

    /// <summary>Adds a table.</summary>
    /// <param name="columns">Headings; those that begin with '&gt;' are of numbers, aligned to the right (the sign is not shown).</param>
    /// <param name="rows">Cells of the rows.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<HtmlCell>> rows)
    {
        static string Align(string column) => column.StartsWith('>') ? " class=\"n\"" : "";
        Markup("<table>\n<thead><tr>" + string.Concat(columns.Select(c => $"<th{Align(c)}>{Escape(c.TrimStart('>'))}</th>")) + "</tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            _html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                var classes = string.Join(' ', new[] { columns[i].StartsWith('>') ? "n" : "", row[i].Class }.Where(c => c.Length > 0));
                _html.Append("<td").Append(classes.Length > 0 ? $" class=\"{classes}\"" : "").Append('>').Append(Escape(row[i].Text)).Append("</td>");
            }
            _html.Append("</tr>\n");
        }
        Markup("</tbody>\n</table>");
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">How it looks: "bad" for what must not be used, "biased", "unit", or nothing.</param>
readonly record struct HtmlCell(string Text, string Class = "")
{
    public static implicit operator HtmlCell(string text) => new(text);
}
