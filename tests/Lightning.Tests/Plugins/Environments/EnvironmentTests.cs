using Lightning.Plugins;

namespace Lightning.Tests.PluginTests;

/// <summary>Who started the processes, told by the variables that are set.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private static readonly string[] Names =
    [
        "RANK", "LOCAL_RANK", "WORLD_SIZE", "LOCAL_WORLD_SIZE", "GROUP_RANK", "NODE_RANK", "MASTER_ADDR", "MASTER_PORT", "SLURM_NTASKS", "SLURM_PROCID",
        "SLURM_LOCALID", "SLURM_NODEID", "SLURM_NODELIST", "SLURM_JOB_ID", "SLURM_JOB_NAME", "SLURM_NNODES", "SLURM_NTASKS_PER_NODE",
    ];

    private readonly string?[] _before = Array.ConvertAll(Names, Environment.GetEnvironmentVariable);

    public EnvironmentTests() => Array.ForEach(Names, name => Environment.SetEnvironmentVariable(name, null));

    public void Dispose()
    {
        for (var i = 0; i < Names.Length; i++)
        {
            Environment.SetEnvironmentVariable(Names[i], _before[i]);
        }
    }

    [Fact]
    public void Without_variables_the_first_process_starts_the_others()
    {
        var environment = Assert.IsType<LightningEnvironment>(ClusterEnvironment.Detect(devices: 3, nodes: 1));

        Assert.False(environment.creates_processes_externally);
        Assert.Equal((3, 0, 0, 3), (environment.world_size(), environment.global_rank(), environment.local_rank(), environment.local_world_size()));
        Assert.Equal("127.0.0.1", environment.main_address);
        Assert.InRange(environment.main_port, 1, 65535);
        Assert.Equal(environment.main_port, environment.main_port);
    }

    [Fact]
    public void A_process_that_was_started_so_knows_its_place()
    {
        Set(("LOCAL_RANK", "1"), ("NODE_RANK", "2"), ("MASTER_ADDR", "head"), ("MASTER_PORT", "1234"));
        var environment = ClusterEnvironment.Detect(devices: 4, nodes: 3);

        Assert.True(environment.creates_processes_externally);
        Assert.Equal((12, 9, 1, 2), (environment.world_size(), environment.global_rank(), environment.local_rank(), environment.node_rank()));
        Assert.Equal(("head", 1234), (environment.main_address, environment.main_port));
    }

    [Fact]
    public void Torchruns_variables_count()
    {
        Set(("RANK", "5"), ("LOCAL_RANK", "1"), ("WORLD_SIZE", "8"), ("LOCAL_WORLD_SIZE", "4"), ("GROUP_RANK", "1"), ("MASTER_ADDR", "a"), ("MASTER_PORT", "7"));
        var environment = Assert.IsType<TorchElasticEnvironment>(ClusterEnvironment.Detect(devices: 4, nodes: 2));

        Assert.True(environment.creates_processes_externally);
        Assert.Equal((8, 5, 1, 1, 4), (environment.world_size(), environment.global_rank(), environment.local_rank(), environment.node_rank(), environment.local_world_size()));
    }

    [Fact]
    public void Slurms_variables_count_unless_the_job_is_interactive()
    {
        Set(("SLURM_NTASKS", "4"), ("SLURM_PROCID", "3"), ("SLURM_LOCALID", "1"), ("SLURM_NODEID", "1"), ("SLURM_NODELIST", "node[03-05,9]"), ("SLURM_JOB_ID", "123456"), ("SLURM_NNODES", "2"));
        var environment = Assert.IsType<SLURMEnvironment>(ClusterEnvironment.Detect(devices: 2, nodes: 2));

        Assert.Equal((4, 3, 1, 1, 2), (environment.world_size(), environment.global_rank(), environment.local_rank(), environment.node_rank(), environment.local_world_size()));
        Assert.Equal(("node03", 18456), (environment.main_address, environment.main_port));
        Set(("SLURM_JOB_NAME", "bash"));
        Assert.IsType<LightningEnvironment>(ClusterEnvironment.Detect(devices: 2, nodes: 1));
    }

    [Theory]
    [InlineData("alone", "alone")]
    [InlineData("first,second", "first")]
    [InlineData("n[1,5-7],other", "n1")]
    [InlineData("login,n[1-2]", "login")]
    [InlineData("gpu[007-011]", "gpu007")]
    public void The_first_host_of_a_list_is_found(string list, string expected) => Assert.Equal(expected, SLURMEnvironment.FirstHost(list));

    [Fact]
    public void A_variable_that_is_no_number_is_named()
    {
        Set(("RANK", "first"), ("WORLD_SIZE", "2"), ("MASTER_ADDR", "a"), ("MASTER_PORT", "7"));

        Assert.Contains("RANK is \"first\"", Assert.Throws<MisconfigurationException>(() => ClusterEnvironment.Detect(2, 1).global_rank()).Message);
    }

    [Fact]
    public void Several_machines_need_to_know_where_the_first_is() =>
        Assert.Contains("MASTER_ADDR", Assert.Throws<MisconfigurationException>(() => new LightningEnvironment(2, nodes: 2).main_port).Message);

    [Fact]
    public void Several_devices_take_ddp_by_themselves() =>
        Assert.IsType<DDPStrategy>(new Trainer(accelerator: "cpu", devices: 2, logger: false, max_epochs: 1).strategy);

    private static void Set(params ReadOnlySpan<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
