<#-- What license-maven-plugin fills in: a line for each library, in the order of their group's name. -->
# Third-party libraries

The jars in `lib` and `plugins/lib` that are not this project's own. The file `copyright` beside this one has the text of
every licence but the Apache License 2.0, which is this project's own.

| Library | Version | Licence | Jar |
|---|---|---|---|
<#list dependencyMap as entry>
<#assign project = entry.getKey()>
| [${project.name?trim}](${(project.url)!'https://central.sonatype.com/artifact/${project.groupId}/${project.artifactId}'}) | ${project.version} | <#list entry.getValue() as licence>${licence}<#if licence_has_next>, or </#if></#list> | `${project.artifactId}-${project.version}.jar` |
</#list>
