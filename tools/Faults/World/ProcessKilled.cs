namespace CoinRig.Faults;

/// <summary>
/// The process is killed here. Nothing of the gateway may catch it; what lets everything through but this one kind lets a kill through too.
/// </summary>
sealed class ProcessKilled() : OutOfMemoryException("The process was killed.");
