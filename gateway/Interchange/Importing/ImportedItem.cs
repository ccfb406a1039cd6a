namespace CoinRig.Interchange;

/// <summary>A step or a loop of another program's protocol, in the words of this one's protocol files.</summary>
/// <param name="Place">Where it stands in the imported file.</param>
abstract record ImportedItem(Place Place);

/// <summary>A step.</summary>
/// <param name="Place">Where it stands in the imported file.</param>
/// <param name="Yaml">The step as one line of YAML, without its dash.</param>
sealed record ImportedStep(Place Place, string Yaml) : ImportedItem(Place);

/// <summary>A loop.</summary>
/// <param name="Place">Where it stands in the imported file.</param>
/// <param name="Count">How many passes.</param>
/// <param name="CountsCycles">Whether the file itself calls a pass a cycle.</param>
/// <param name="Items">What is repeated.</param>
sealed record ImportedLoop(Place Place, int Count, bool CountsCycles, IReadOnlyList<ImportedItem> Items) : ImportedItem(Place);
