namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>A text that is no circuit: what was found, where, and what is allowed there.</summary>
public sealed class CircuitFormatException : FormatException
{
    /// <summary>Says what is wrong with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where, from 1.</param>
    /// <param name="problem">What was found and what is allowed.</param>
    public CircuitFormatException(string text, int position, string problem)
        : base($"Circuit '{text}', character {position}: {problem}") => Position = position;

    /// <summary>Where in the text, from 1.</summary>
    public int Position { get; }
}
