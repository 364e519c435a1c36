using TorchSharp;

namespace Onnx.Tests;

/// <summary>docs/onnx.md lists what the exporter has.</summary>
public class DocumentationTests
{
    [Fact]
    public void The_list_of_operators_is_the_exporters()
    {
        var expected = torch.onnx.supported_operators.Select(area => $"| {area.Key} | {string.Join(", ", area.Value.Select(name => $"`{name}`"))} |");
        var listed = File.ReadLines(Path.Combine(Repository.Root, "docs", "onnx.md")).SkipWhile(line => line != "| area | operators |").Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        Assert.Equal(expected, listed);
    }
}
