using System.Text.Json;
using System.Text.Json.Nodes;
using Text.Tests.Datasets;

namespace Text.Tests.Steps;

/// <summary>A case of tests/golden/text/steps.json: a function of torchtext, what it was given and what came out.</summary>
internal sealed record StepCase(string Function, JsonObject Arguments, JsonNode? Output)
{
    private static readonly Lazy<Dictionary<string, StepCase>> All = new(Read);

    public static IEnumerable<string> Names => All.Value.Keys;

    /// <summary>Whether Python refused the input.</summary>
    public bool IsError => Output is JsonValue value && value.GetValueKind() == JsonValueKind.String && (string?)value == "error";

    public static StepCase Named(string name) => All.Value[name];

    public JsonNode? this[string argument] => Arguments[argument];

    public bool Has(string argument) => Arguments[argument] is not null;

    public T Get<T>(string argument) => Arguments[argument]!.GetValue<T>();

    public string[] Texts(string argument) => TextsOf(Arguments[argument]!);

    public string[]? OptionalTexts(string argument) => Arguments[argument] is { } node ? TextsOf(node) : null;

    public string[][] TextLists(string argument) => [.. Arguments[argument]!.AsArray().Select(node => TextsOf(node!))];

    public static string[] TextsOf(JsonNode node) => [.. node.AsArray().Select(item => (string)item!)];

    public static long[] NumbersOf(JsonNode node) => [.. node.AsArray().Select(item => (long)item!)];

    /// <summary>Tokens, indices, or lists of these, as JSON shows them; an empty list is one of indices.</summary>
    public object Input(string argument = "input")
    {
        var items = Arguments[argument]!.AsArray();
        if (items.Any(item => item is JsonArray))
        {
            return items.SelectMany(item => item!.AsArray()).Any(IsText)
                ? items.Select(item => TextsOf(item!)).ToArray()
                : items.Select(item => NumbersOf(item!)).ToArray();
        }
        return items.Any(IsText) ? TextsOf(items) : NumbersOf(items);
    }

    private static bool IsText(JsonNode? node) => node!.GetValueKind() == JsonValueKind.String;

    private static Dictionary<string, StepCase> Read() =>
        JsonNode.Parse(File.ReadAllText(Repository.Golden("text", "steps.json")))!.AsArray().ToDictionary(
            node => (string)node!["name"]!,
            node => new StepCase((string)node!["function"]!, node["arguments"]!.AsObject(), node["output"]));
}
