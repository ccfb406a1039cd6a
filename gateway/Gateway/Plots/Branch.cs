using CoinRig.Analysis;
using CoinRig.Electrochemistry.Results;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>How the two directions of the current are told apart: by colour and by shape, so that a grey print still shows them.</summary>
/// <param name="Word">What it is called in results.</param>
/// <param name="Color">Its colour, where colours do not tell files apart.</param>
/// <param name="Shape">Its marker.</param>
/// <param name="OpenShape">The marker of what must not be compared.</param>
/// <param name="Size">Its size; the markers differ, so that of two in one place both are seen.</param>
sealed record Branch(string Word, Color Color, MarkerShape Shape, MarkerShape OpenShape, float Size)
{
    static readonly Branch[] Known =
    [
        new("charge", Look.Blue, MarkerShape.FilledCircle, MarkerShape.OpenCircle, 1.25f * Look.MarkerSize),
        new("discharge", Look.Vermillion, MarkerShape.FilledSquare, MarkerShape.OpenSquare, 0.8f * Look.MarkerSize),
        new("anodic", Look.Blue, MarkerShape.FilledCircle, MarkerShape.OpenCircle, 1.25f * Look.MarkerSize),
        new("cathodic", Look.Vermillion, MarkerShape.FilledSquare, MarkerShape.OpenSquare, 0.8f * Look.MarkerSize),
    ];

    /// <summary>Of a word; where results say none, they are drawn like those of a charge.</summary>
    public static Branch Of(string word) => Known.FirstOrDefault(b => b.Word == word) ?? Known[0] with { Word = word };

    /// <summary>Of a result, by its detail <c>branch</c>.</summary>
    public static Branch Of(Result result) => Of(result.Word("branch"));
}
