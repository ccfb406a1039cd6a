namespace CoinRig.Gateway;

/// <summary>The rig cannot be opened.</summary>
/// <param name="message">What is missing and what to do.</param>
/// <param name="inner">The cause.</param>
sealed class RigException(string message, Exception? inner = null) : Exception(message, inner);
