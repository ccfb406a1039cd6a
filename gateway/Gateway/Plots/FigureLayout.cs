using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Two panels over time above each other, and a row of the others below them.</summary>
sealed class FigureLayout : IMultiplotLayout
{
    /// <summary>Share of the height of voltage and of current where there is a row below them, and where not.</summary>
    const float VoltageShare = 0.33f, CurrentShare = 0.22f, VoltageShareAlone = 0.6f;

    const int OverTime = 2;

    /// <summary>Between neighbours in the row, whose axis labels would stand close together.</summary>
    const float GapPixels = 24;

    /// <inheritdoc/>
    public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect)
    {
        var others = subplots.Count - OverTime;
        var voltage = others > 0 ? VoltageShare : VoltageShareAlone;
        var current = others > 0 ? CurrentShare : 1 - VoltageShareAlone;
        var rectangles = new List<PixelRect> { Part(figureRect, 0, 1, 0, voltage), Part(figureRect, 0, 1, voltage, voltage + current) };
        for (var i = 0; i < others; i++)
        {
            var part = Part(figureRect, (float)i / others, (i + 1f) / others, voltage + current, 1);
            rectangles.Add(i == others - 1 ? part : new PixelRect(part.Left, part.Right - GapPixels, part.Bottom, part.Top));
        }
        return [.. rectangles];
    }

    static PixelRect Part(PixelRect whole, float left, float right, float top, float bottom) => new(
        whole.Left + whole.Width * left, whole.Left + whole.Width * right, whole.Top + whole.Height * bottom, whole.Top + whole.Height * top);
}
