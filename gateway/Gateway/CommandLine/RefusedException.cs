namespace CoinRig.Gateway;

/// <summary>Something that the program was asked for and will not do; the message says what was found and what to do.</summary>
public sealed class RefusedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>A command line that cannot be carried out as it stands; the message says why.</summary>
public sealed class UsageException(string message) : Exception(message);
