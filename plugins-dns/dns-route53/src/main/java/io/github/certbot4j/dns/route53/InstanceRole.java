package io.github.certbot4j.dns.route53;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The last resort: if it has nothing, there is nothing. */
final class InstanceRole implements AwsCredentialsProvider {

  private static final Logger LOG = LoggerFactory.getLogger(InstanceRole.class);

  private final AwsCredentialsProvider metadata;

  InstanceRole(AwsCredentialsProvider metadata) {
    this.metadata = metadata;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return metadata.resolveCredentials();
    } catch (SdkClientException e) {
      LOG.debug("The instance metadata has no credentials", e);
      throw AwsCredentialsSource.none();
    }
  }
}
