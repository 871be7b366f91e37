# Completion of certbot for bash.
# Generated from the declarations of verbs and options. Don't edit: see Completions in distribution.

_certbot_certificates() {
  local directory=/etc/letsencrypt index file
  for ((index = 1; index < ${#COMP_WORDS[@]} - 1; index++)); do
    [[ ${COMP_WORDS[index]} == --config-dir ]] || continue
    directory=${COMP_WORDS[index + 1]}
    [[ $directory != '=' ]] || directory=${COMP_WORDS[index + 2]}
  done
  for file in "$directory"/renewal/*.conf; do
    [[ -e $file ]] || continue
    file=${file##*/}
    printf '%s\n' "${file%.conf}"
  done
}

_certbot_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# Completes the argument of an option; fails for what takes none.
_certbot_argument() {
  local words=
  case $1 in
    -h | --help)
      words='all commands automation security testing paths manage run certonly renew certificates delete revoke register update_account unregister install rollback plugins update_symlinks enhance show_account reconfigure apache dns-acmedns dns-cloudflare dns-cloudxns dns-digitalocean dns-dnsimple dns-dnsmadeeasy dns-gehirn dns-google dns-linode dns-luadns dns-nsone dns-ovh dns-rfc2136 dns-route53 dns-sakuracloud manual nginx null standalone webroot'
      ;;
    --eab-hmac-alg)
      words='HS256 HS384 HS512'
      ;;
    --key-type)
      words='rsa ecdsa'
      ;;
    --elliptic-curve)
      words='secp256r1 secp384r1 secp521r1'
      ;;
    --reason)
      words='unspecified keycompromise affiliationchanged superseded cessationofoperation'
      ;;
    --configurator)
      words='apache nginx'
      ;;
    -a | --authenticator)
      words='apache dns-acmedns dns-cloudflare dns-cloudxns dns-digitalocean dns-dnsimple dns-dnsmadeeasy dns-gehirn dns-google dns-linode dns-luadns dns-nsone dns-ovh dns-rfc2136 dns-route53 dns-sakuracloud manual nginx standalone webroot'
      ;;
    -i | --installer)
      words='apache nginx'
      ;;
    --dns-propagation-check)
      words='auto off'
      ;;
    --cert-name)
      words=$(_certbot_certificates)
      ;;
    -c |\
      --config |\
      --csr |\
      --cert-path |\
      --key-path |\
      --fullchain-path |\
      --chain-path |\
      --config-dir |\
      --work-dir |\
      --logs-dir |\
      --apache-server-root |\
      --apache-vhost-root |\
      --apache-logs-root |\
      --apache-challenge-location |\
      --apache-bin |\
      --dns-acmedns-credentials |\
      --dns-acmedns-registrations |\
      --dns-cloudflare-credentials |\
      --dns-cloudxns-credentials |\
      --dns-digitalocean-credentials |\
      --dns-dnsimple-credentials |\
      --dns-dnsmadeeasy-credentials |\
      --dns-gehirn-credentials |\
      --dns-google-credentials |\
      --dns-linode-credentials |\
      --dns-luadns-credentials |\
      --dns-nsone-credentials |\
      --dns-ovh-credentials |\
      --dns-rfc2136-credentials |\
      --dns-sakuracloud-credentials |\
      --nginx-server-root |\
      --webroot-path |\
      -w)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$2")
      return 0
      ;;
    --max-log-backups |\
      -d |\
      --domains |\
      --domain |\
      --eab-kid |\
      --eab-hmac-key |\
      -m |\
      --email |\
      --account |\
      --http-01-port |\
      --http-01-address |\
      --https-port |\
      --rsa-key-size |\
      --preferred-chain |\
      --required-profile |\
      --preferred-profile |\
      --issuance-timeout |\
      --preferred-challenges |\
      --pre-hook |\
      --post-hook |\
      --deploy-hook |\
      --parallel |\
      --user-agent |\
      --user-agent-comment |\
      --checkpoints |\
      --server |\
      --apache-enmod |\
      --apache-dismod |\
      --apache-le-vhost-ext |\
      --apache-handle-modules |\
      --apache-handle-sites |\
      --apache-ctl |\
      --dns-acmedns-propagation-seconds |\
      --dns-cloudflare-propagation-seconds |\
      --dns-cloudxns-propagation-seconds |\
      --dns-digitalocean-propagation-seconds |\
      --dns-dnsimple-propagation-seconds |\
      --dns-dnsmadeeasy-propagation-seconds |\
      --dns-gehirn-propagation-seconds |\
      --dns-google-propagation-seconds |\
      --dns-google-project |\
      --dns-linode-propagation-seconds |\
      --dns-luadns-propagation-seconds |\
      --dns-nsone-propagation-seconds |\
      --dns-ovh-propagation-seconds |\
      --dns-rfc2136-propagation-seconds |\
      --dns-route53-propagation-seconds |\
      --dns-sakuracloud-propagation-seconds |\
      --manual-auth-hook |\
      --manual-cleanup-hook |\
      --nginx-ctl |\
      --nginx-sleep-seconds |\
      --webroot-map)
      return 0
      ;;
    *)
      return 1
      ;;
  esac
  _certbot_words "$words" "$2"
}

_certbot_has_verb() {
  local word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $1 " in
      *" $word "*) return 0 ;;
    esac
  done
  return 1
}

# The equals sign breaks words: --name=value comes as three.
_certbot() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local options='
    -h
    --help
    -c
    --config
    -v
    --verbose
    --max-log-backups
    -n
    --non-interactive
    --noninteractive
    --force-interactive
    -d
    --domains
    --domain
    --eab-kid
    --eab-hmac-key
    --eab-hmac-alg
    --cert-name
    --dry-run
    --register-unsafely-without-email
    -m
    --email
    --eff-email
    --no-eff-email
    --keep-until-expiring
    --keep
    --reinstall
    --expand
    --version
    --force-renewal
    --renew-by-default
    --renew-with-new-domains
    --reuse-key
    --no-reuse-key
    --new-key
    --allow-subset-of-names
    --agree-tos
    --account
    --duplicate
    -q
    --quiet
    --test-cert
    --staging
    --debug
    --debug-challenges
    --no-verify-ssl
    --http-01-port
    --http-01-address
    --https-port
    --break-my-certs
    --rsa-key-size
    --key-type
    --elliptic-curve
    --must-staple
    --redirect
    --no-redirect
    --hsts
    --uir
    --staple-ocsp
    --strict-permissions
    --preferred-chain
    --required-profile
    --preferred-profile
    --issuance-timeout
    --preferred-challenges
    --pre-hook
    --post-hook
    --deploy-hook
    --run-deploy-hooks
    --disable-hook-validation
    --no-directory-hooks
    --disable-renew-updates
    --no-autorenew
    --parallel
    --auto-hsts
    --user-agent
    --user-agent-comment
    --csr
    --reason
    --delete-after-revoke
    --no-delete-after-revoke
    --checkpoints
    --init
    --prepare
    --authenticators
    --installers
    --cert-path
    --key-path
    --fullchain-path
    --chain-path
    --config-dir
    --work-dir
    --logs-dir
    --server
    --configurator
    -a
    --authenticator
    -i
    --installer
    --apache
    --nginx
    --standalone
    --manual
    --webroot
    --dns-cloudflare
    --dns-cloudxns
    --dns-digitalocean
    --dns-dnsimple
    --dns-dnsmadeeasy
    --dns-gehirn
    --dns-google
    --dns-linode
    --dns-luadns
    --dns-nsone
    --dns-ovh
    --dns-rfc2136
    --dns-route53
    --dns-sakuracloud
    --dns-acmedns
    --dns-propagation-check
    --apache-enmod
    --apache-dismod
    --apache-le-vhost-ext
    --apache-server-root
    --apache-vhost-root
    --apache-logs-root
    --apache-challenge-location
    --apache-handle-modules
    --apache-handle-sites
    --apache-ctl
    --apache-bin
    --dns-acmedns-credentials
    --dns-acmedns-propagation-seconds
    --dns-acmedns-registrations
    --dns-cloudflare-credentials
    --dns-cloudflare-propagation-seconds
    --dns-cloudxns-credentials
    --dns-cloudxns-propagation-seconds
    --dns-digitalocean-credentials
    --dns-digitalocean-propagation-seconds
    --dns-dnsimple-credentials
    --dns-dnsimple-propagation-seconds
    --dns-dnsmadeeasy-credentials
    --dns-dnsmadeeasy-propagation-seconds
    --dns-gehirn-credentials
    --dns-gehirn-propagation-seconds
    --dns-google-credentials
    --dns-google-propagation-seconds
    --dns-google-project
    --dns-linode-credentials
    --dns-linode-propagation-seconds
    --dns-luadns-credentials
    --dns-luadns-propagation-seconds
    --dns-nsone-credentials
    --dns-nsone-propagation-seconds
    --dns-ovh-credentials
    --dns-ovh-propagation-seconds
    --dns-rfc2136-credentials
    --dns-rfc2136-propagation-seconds
    --dns-route53-propagation-seconds
    --dns-sakuracloud-credentials
    --dns-sakuracloud-propagation-seconds
    --manual-auth-hook
    --manual-cleanup-hook
    --nginx-server-root
    --nginx-ctl
    --nginx-sleep-seconds
    --webroot-path
    -w
    --webroot-map'
  local verbs='
    run
    certonly
    renew
    certificates
    delete
    revoke
    register
    update_account
    unregister
    show_account
    install
    rollback
    plugins
    update_symlinks
    reconfigure
    enhance'
  COMPREPLY=()
  if [[ $current == '=' ]]; then
    current=
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  _certbot_argument "$before" "$current" && return
  if [[ $current == -* ]]; then
    _certbot_words "$options" "$current"
  elif ! _certbot_has_verb "${verbs//[[:space:]]/ }"; then
    _certbot_words "$verbs" "$current"
  fi
}

complete -F _certbot certbot letsencrypt
