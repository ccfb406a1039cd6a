namespace CoinRig.Gateway;

/// <summary>Widths of figures on paper: what the columns of most journals hold.</summary>
static class FigureWidth
{
    /// <summary>One column, mm.</summary>
    public const double SingleMillimetres = 86;

    /// <summary>Two columns, mm.</summary>
    public const double DoubleMillimetres = 178;

    /// <summary>What may be asked for, mm.</summary>
    public const double LeastMillimetres = 40, MostMillimetres = 1000;
}
