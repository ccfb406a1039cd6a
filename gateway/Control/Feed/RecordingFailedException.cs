namespace CoinRig.Control;

/// <summary>What is measured cannot be stored, so the run must stop.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">The cause.</param>
public sealed class RecordingFailedException(string message, Exception? inner) : Exception(message, inner);
