using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoinRig.Firmware.Tests;

/// <summary>
/// What compiles for nanoFramework 1.x and breaks on the device, or means something else there. The compiler refuses the rest: what its class library does not have.
/// </summary>
static class DeviceRules
{
    /// <summary>Rules for every file that goes onto the device: a name, and whether a node breaks it.</summary>
    internal static IReadOnlyList<(string Name, Func<SyntaxNode, SemanticModel, bool> Breaks)> Everywhere { get; } =
    [
        ("generics", (n, m) => n is TypeParameterListSyntax or GenericNameSyntax || m.GetSymbolInfo(n).Symbol is IMethodSymbol { IsGenericMethod: true } && n is InvocationExpressionSyntax),
        ("multi-dimensional array", (n, _) => n is ArrayRankSpecifierSyntax { Rank: > 1 }),
        ("default interface member", (n, _) => n.Parent is InterfaceDeclarationSyntax or AccessorListSyntax { Parent.Parent: InterfaceDeclarationSyntax } && HasBody(n)),
        ("stackalloc or pointer", (n, _) => n is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or PointerTypeSyntax
            or FunctionPointerTypeSyntax or UnsafeStatementSyntax or FixedStatementSyntax),
        ("division by a variable", (n, m) => Divisor(n) is { } divisor && !(m.GetConstantValue(divisor) is { HasValue: true, Value: { } value } && Convert.ToDouble(value) != 0)),
        ("text of an enum", (n, m) => IsTextOfEnum(n, m)),
        ("checked", (n, _) => n is CheckedExpressionSyntax { Keyword.RawKind: (int)SyntaxKind.CheckedKeyword } or CheckedStatementSyntax { Keyword.RawKind: (int)SyntaxKind.CheckedKeyword }),
    ];

    /// <summary>Rules for the logic: whole numbers, and nothing allocated once it is built.</summary>
    internal static IReadOnlyList<(string Name, Func<SyntaxNode, SemanticModel, bool> Breaks)> Logic { get; } =
    [
        ("floating point", (n, m) => n is PredefinedTypeSyntax or LiteralExpressionSyntax or IdentifierNameSyntax
            && m.GetTypeInfo(n).Type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single),
        ("allocation after construction", (n, m) => Allocates(n, m) && !IsConstruction(n)),
    ];

    /// <summary>What the rules find in a compilation: file, line and rule.</summary>
    internal static IReadOnlyList<string> Find(CSharpCompilation compilation, params IEnumerable<(string Name, Func<SyntaxNode, SemanticModel, bool> Breaks)> rules) =>
        [.. from tree in compilation.SyntaxTrees
            let model = compilation.GetSemanticModel(tree)
            from node in tree.GetRoot().DescendantNodes()
            from rule in rules
            where rule.Breaks(node, model)
            select $"{tree.FilePath}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {rule.Name}"];

    static bool HasBody(SyntaxNode member) => member switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        _ => false,
    };

    static ExpressionSyntax? Divisor(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression } binary => binary.Right,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression or (int)SyntaxKind.ModuloAssignmentExpression } assignment => assignment.Right,
        _ => null,
    };

    /// <summary>Called, held in an interpolated string, or added to a string, an enum gives its number on the device.</summary>
    static bool IsTextOfEnum(SyntaxNode node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } access } => IsEnum(access.Expression, model),
        InterpolationSyntax hole => IsEnum(hole.Expression, model),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String =>
            IsEnum(sum.Left, model) || IsEnum(sum.Right, model),
        _ => false,
    };

    static bool IsEnum(ExpressionSyntax expression, SemanticModel model) => model.GetTypeInfo(expression).Type?.TypeKind == TypeKind.Enum;

    static bool Allocates(SyntaxNode node, SemanticModel model) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type?.IsReferenceType ?? true,
        ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax or AnonymousFunctionExpressionSyntax
            or InterpolatedStringExpressionSyntax or AnonymousObjectCreationExpressionSyntax => true,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => model.GetTypeInfo(sum).Type?.SpecialType == SpecialType.System_String && !model.GetConstantValue(sum).HasValue,
        ForEachStatementSyntax loop => model.GetTypeInfo(loop.Expression).Type is not IArrayTypeSymbol,
        ExpressionSyntax expression => model.GetConversion(expression).IsBoxing,
        _ => false,
    };

    /// <summary>In a constructor or an initialiser of a field or property.</summary>
    static bool IsConstruction(SyntaxNode node) => node.Ancestors().Any(a => a is ConstructorDeclarationSyntax
        or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } });
}
