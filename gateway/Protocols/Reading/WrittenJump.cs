using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>A <c>goto</c> as it stands in the file.</summary>
/// <param name="Node">Where its label stands.</param>
/// <param name="Label">The label.</param>
/// <param name="Times">How often it may be made; 0 where nothing is said.</param>
/// <param name="StepNumber">The step that it is in.</param>
sealed record WrittenJump(DocumentNode Node, string Label, int Times, int StepNumber);
