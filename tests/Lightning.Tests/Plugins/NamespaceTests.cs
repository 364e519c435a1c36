using Lightning.Metrics;
using Plugged = Lightning.Plugins.Precision;

namespace Lightning.Tests.PluginTests;

/// <summary>A program opens Lightning and Lightning.Metrics together, and no name is ambiguous.</summary>
public sealed class NamespaceTests
{
    [Fact]
    public void The_trainer_and_the_metrics_share_no_name()
    {
        var names = typeof(Trainer).Assembly.GetExportedTypes().Where(type => !type.IsNested).ToLookup(type => type.Namespace, type => type.Name.Split('`')[0]);

        Assert.NotEmpty(names["Lightning.Plugins"]);
        Assert.Empty(names["Lightning"].Intersect(names["Lightning.Metrics"]));
    }

    [Fact]
    public void Precision_is_the_metric_where_only_the_metrics_are_open()
    {
        using Metric metric = new Precision("binary");
        Plugged plugin = "bf16-mixed";

        Assert.IsType<Lightning.Metrics.Precision>(metric);
        Assert.Equal("bf16-mixed", plugin.name);
    }
}
