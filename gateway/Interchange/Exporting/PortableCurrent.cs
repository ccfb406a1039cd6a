namespace CoinRig.Interchange;

/// <summary>A current as the protocol file means it.</summary>
/// <param name="Value">A, or multiples of 1C.</param>
/// <param name="IsRate">Whether it is a C-rate.</param>
readonly record struct PortableCurrent(double Value, bool IsRate)
{
    /// <summary>The same current without its sign.</summary>
    internal PortableCurrent Size => this with { Value = Math.Abs(Value) };

    /// <summary>As both grammars write it.</summary>
    internal string Text => IsRate ? Numbers.Rate(Value) : Numbers.Current(Value);
}
