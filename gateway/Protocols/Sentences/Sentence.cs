namespace CoinRig.Protocols;

/// <summary>The verbs of PyBaMM's step sentences.</summary>
enum Verb
{
    /// <summary>Rest.</summary>
    Rest,

    /// <summary>Charge at a value.</summary>
    Charge,

    /// <summary>Discharge at a value.</summary>
    Discharge,

    /// <summary>Hold at a voltage.</summary>
    Hold,
}

/// <summary>A number with a unit of PyBaMM's grammar, the prefix m resolved.</summary>
/// <param name="Number">The number in the unit without prefix; for a C-rate, multiples of 1C.</param>
/// <param name="Unit">"A", "V", "W", "Ohm" or "C".</param>
/// <param name="Text">As written.</param>
readonly record struct SentenceValue(double Number, string Unit, string Text);

/// <summary>One step as a sentence of PyBaMM's grammar, the way it was written: nothing of it is judged yet.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Value">At what; null for a rest.</param>
/// <param name="ForSeconds">For how long, s; null where not said.</param>
/// <param name="Until">Until what; null where not said.</param>
/// <param name="UntilOperator">The operator before the limit: "", "&lt;" or "&gt;".</param>
/// <param name="PeriodSeconds">Time between samples, s; null where not said.</param>
sealed record Sentence(Verb Verb, SentenceValue? Value, double? ForSeconds, SentenceValue? Until, string UntilOperator, double? PeriodSeconds);
